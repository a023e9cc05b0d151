<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name>BudgetCard</name>
    <message>
        <source>A sync moves all there is. {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data for a sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops at {0}; the rest goes next time. {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} used last time, {1} on its way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipsEdit</name>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>+255 … and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a language and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name@example.org and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactReading</name>
    <message>
        <source>(without a name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CreateCard</name>
    <message>
        <source>All you write is locked with your words, and stays here until you send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create my vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good. Write the words on paper and keep them apart from the laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making your vault …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can open your vault without these words, not even us. Write them on paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase: six words, or at least 15 letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest six words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, as the others know you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask to join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked. Now read the six words to your coordinator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For an association, a region, or a group that shares what works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is there. Write at once; name a server when there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join with a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lake Zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a coordinator of a space can invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answers. Press Sync now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server passes on what you send. It cannot read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket, if you were given one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are in no space yet. Start one, or join with a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You asked to join. Read these six words to your coordinator:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can write already. It goes out once they approve you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your coordinator gave you a code. You can write at once; they approve you afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it was given to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is admitted. Their laptop learns it with its next sync.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExchangesCard</name>
    <message>
        <source>Last exchanges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. What you write waits here, safe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Two versions, to be decided on the page before: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>Back to the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at this version: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is ever lost here. A restore is a new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore this version: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} began it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} changed: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did something that this Delve does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} put it into the bin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n records to decide</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First start a space, or join one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good afternoon, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good evening, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good morning, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join with an invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New since {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing came in from others yet. Write the first note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new from others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing, for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six words to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which door is yours?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You coordinate an association or a region, and want to invite the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your coordinator gave you a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} wants to join</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InPlaceBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InvitePanel</name>
    <message>
        <source>Copy the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand it on by phone, on paper or in a chat. It is of no use without your approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code lets one person ask to join. You approve them after comparing six words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You had begun something new. It is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You had begun “{0}”. It is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogCard</name>
    <message>
        <source>None yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past exchanges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Nav</name>
    <message>
        <source>A new space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewCards</name>
    <message>
        <source>(without a title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>See all %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Add a theme and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Village, mine, district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, what was said, what is needed …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteReading</name>
    <message>
        <source>(without a title)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaneActions</name>
    <message>
        <source>Decided. The other version stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided. What stood before stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is back in its list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the bin. Nothing is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as a new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored as a new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the other one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaneBody</name>
    <message>
        <source>Choose something on the left.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaneFoot</name>
    <message>
        <source>Here and on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as you type · goes out with the next sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on this laptop – not yet sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaneHead</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a newer Delve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this into the bin; you can take it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Coordinator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is known yet. Names come with the first sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of this space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (you)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PillWords</name>
    <message>
        <source>In sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline · {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to send</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticeReading</name>
    <message>
        <source>(without a title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger – read this first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Keeping your words and locking …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>{0}: under way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuietCard</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Call list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody was heard of in the last 60 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>last 12 weeks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delve does not open this kind of address: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This leaves Delve: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>(without a title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody put this into the bin while somebody else was writing in it, so it is back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordList</name>
    <message>
        <source>not yet sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two versions, needs a decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordPane</name>
    <message>
        <source>A change to this came in. Your words are safe; both are shown when you are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as you type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as you typed it – to be mended first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were writing here ({0}). Your words are kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestsCard</name>
    <message>
        <source>Approve {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call them: do they read the same six words?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is waiting. Sync now to look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words are the same: approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who wants to join</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message>
        <source>(without a title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two versions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message numerus="yes">
        <source>%n changes wait to go out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them need your decision</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the link breaks or you stop, nothing is lost. It goes on from here next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits to go out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing with the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a link everything stays safe on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sent, {1} received</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScalarDispute</name>
    <message numerus="yes">
        <source>%n versions: {0}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} (both kept)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Afterwards you start a group, or join one with an invite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No internet is needed. It all stays on this laptop until you send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone new on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Delve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write notes, keep contacts, and share what works with other associations.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncPill</name>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextDispute</name>
    <message numerus="yes">
        <source>%n versions of this paragraph</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions of this paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came by the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Together</name>
    <message>
        <source>(without a title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs together with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question or answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that is still to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks of this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They tried it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · has not arrived yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · in the bin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>A new space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TravelCard</name>
    <message numerus="yes">
        <source>%n countries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sites</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(without a title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a practice travels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried, it works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwoVersions</name>
    <message>
        <source>(left empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed in several places before the laptops met. All are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed in two places before the laptops met. Both are kept until you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this: {0}, written by {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can undo any choice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockCard</name>
    <message numerus="yes">
        <source>%n words so far</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 word so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wrong word harms nothing. Try as often as you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your words to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome back, {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message numerus="yes">
        <source>%n changes, by you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing. Everything written here has gone out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed on for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your changes, on their way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekDots</name>
    <message numerus="yes">
        <source>heard of in %n of the last 12 weeks</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what I wrote</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Finder</name>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything, Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ages</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>contacts</name>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>editors</name>
    <message>
        <source>{0}, or only {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message numerus="yes">
        <source>%n changes came in</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes came in.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes went out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces wait for something that has not come yet. They are kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records came in or changed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new on either side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data for this sync was used up. The rest goes next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop and the server hold the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your coordinator has not let you in yet. What you write waits here, safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} kB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>home</name>
    <message numerus="yes">
        <source>%n sites</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Map of where this practice was tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: started here, tried at {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: tried at {1}, it did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: tried at {1}, it works</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>log</name>
    <message numerus="yes">
        <source>%n in</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new on either side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server not reached. What you wrote stayed here, safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before anything moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept it. What you wrote stayed here, safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} with the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}, then it was cut off. It goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passphrase</name>
    <message>
        <source>Letters in a row of the keyboard are easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same letters over and over are easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a well-known phrase. Others would try it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is easy to guess. Try other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is mostly your own name. Others would try it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too short yet: six words, or at least 15 letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type six words, or let Delve suggest them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sections</name>
    <message>
        <source>Bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contacts yet. Begin with New.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notes yet. Begin with New.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No practices yet. They come with an exchange, or from a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to decide. When two people change the same thing, both versions appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search what needs a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bin is empty. What you put here can always be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word, a name or a number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A file of this vault is damaged. Delve changed nothing. Use a copy, or ask your coordinator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer Delve wrote this. It is untouched; update Delve on this laptop to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delve is already open for this person. Use the other window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer there. Nothing else was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in Delve itself. What was saved is safe. You can go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What had arrived is kept, and it goes on from here next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk had trouble just now. What was saved before is safe. Make a copy, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. What was saved before is safe. Make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept this. Everything stays safe on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was not reached. Everything stays safe on this laptop and goes out next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault was locked meanwhile. What was saved is safe; open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words do not open this vault. Nothing is harmed: try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be written to. Nothing was changed; move the vault or free its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role in this space does not allow that. Nothing was changed; ask a coordinator.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>came by the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
