<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AttachmentEdit</name>
        <message numerus="yes">
            <source>At most %n file(s) are added at once.</source>
            <translation>
                <numerusform>At most %n file is added at once.</numerusform>
                <numerusform>At most %n files are added at once.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Stopped. %n file(s) were not added.</source>
            <translation>
                <numerusform>Stopped. %n file was not added.</numerusform>
                <numerusform>Stopped. %n files were not added.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BatchBar</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%n chosen</numerusform>
                <numerusform>%n chosen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) moved to the bin.</source>
            <translation>
                <numerusform>%n record moved to the bin.</numerusform>
                <numerusform>%n records moved to the bin.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) put back.</source>
            <translation>
                <numerusform>%n record put back.</numerusform>
                <numerusform>%n records put back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Added to %n record(s).</source>
            <translation>
                <numerusform>Added to %n record.</numerusform>
                <numerusform>Added to %n records.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Taken off %n record(s).</source>
            <translation>
                <numerusform>Taken off %n record.</numerusform>
                <numerusform>Taken off %n records.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Comparison</name>
        <message numerus="yes">
            <source>%n unchanged line(s)</source>
            <translation>
                <numerusform>%n unchanged line</numerusform>
                <numerusform>%n unchanged lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ContactReading</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message numerus="yes">
            <source>%n records to decide</source>
            <translation>
                <numerusform>%n record to decide</numerusform>
                <numerusform>%n records to decide</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Intake</name>
        <message numerus="yes">
            <source>%n file(s) are still being added. They come into the record by themselves.</source>
            <translation>
                <numerusform>%n file is still being added. It comes into the record by itself.</numerusform>
                <numerusform>%n files are still being added. They come into the record by themselves.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LaptopCard</name>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LedgerCard</name>
        <message numerus="yes">
            <source>%n more in the bin, not counted</source>
            <translation>
                <numerusform>%n more in the bin, not counted</numerusform>
                <numerusform>%n more in the bin, not counted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sites</source>
            <translation>
                <numerusform>%n site</numerusform>
                <numerusform>%n sites</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show all %n</source>
            <translation>
                <numerusform>Show the one</numerusform>
                <numerusform>Show all %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>More</name>
        <message numerus="yes">
            <source>More from the address book: %n lines</source>
            <translation>
                <numerusform>More from the address book: %n line</numerusform>
                <numerusform>More from the address book: %n lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewCards</name>
        <message numerus="yes">
            <source>See all %n</source>
            <translation>
                <numerusform>See the one</numerusform>
                <numerusform>See all %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PinPage</name>
        <message numerus="yes">
            <source>These are not the digits. %n tries are left.</source>
            <translation>
                <numerusform>These are not the digits. %n try is left.</numerusform>
                <numerusform>These are not the digits. %n tries are left.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PracticeReading</name>
        <message numerus="yes">
            <source>%n questions and answers</source>
            <translation>
                <numerusform>%n question or answer</numerusform>
                <numerusform>%n questions and answers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuietCard</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecordList</name>
        <message numerus="yes">
            <source>%n picture(s) or file(s)</source>
            <translation>
                <numerusform>%n picture or file</numerusform>
                <numerusform>%n pictures or files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RemarkCard</name>
        <message numerus="yes">
            <source>Show %n earlier</source>
            <translation>
                <numerusform>Show %n earlier one</numerusform>
                <numerusform>Show %n earlier ones</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RunCard</name>
        <message numerus="yes">
            <source>%n changes wait to go out</source>
            <translation>
                <numerusform>%n change waits to go out</numerusform>
                <numerusform>%n changes wait to go out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them need your decision</source>
            <translation>
                <numerusform>%n of them needs your decision</numerusform>
                <numerusform>%n of them need your decision</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ScalarDispute</name>
        <message numerus="yes">
            <source>%n versions: {0}</source>
            <translation>
                <numerusform>%n version: {0}</numerusform>
                <numerusform>%n versions: {0}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TextDispute</name>
        <message numerus="yes">
            <source>%n versions of this paragraph</source>
            <translation>
                <numerusform>%n version of this paragraph</numerusform>
                <numerusform>%n versions of this paragraph</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Together</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TravelCard</name>
        <message numerus="yes">
            <source>%n countries</source>
            <translation>
                <numerusform>%n country</numerusform>
                <numerusform>%n countries</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sites</source>
            <translation>
                <numerusform>%n site</numerusform>
                <numerusform>%n sites</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UnlockCard</name>
        <message numerus="yes">
            <source>%n words so far</source>
            <translation>
                <numerusform>%n word so far</numerusform>
                <numerusform>%n words so far</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VcardDrop</name>
        <message numerus="yes">
            <source>%n brought up to date</source>
            <translation>
                <numerusform>%n brought up to date</numerusform>
                <numerusform>%n brought up to date</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n contacts are in the bin now.</source>
            <translation>
                <numerusform>%n contact is in the bin now.</numerusform>
                <numerusform>%n contacts are in the bin now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n contacts came in</source>
            <translation>
                <numerusform>%n contact came in</numerusform>
                <numerusform>%n contacts came in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n here already</source>
            <translation>
                <numerusform>%n here already</numerusform>
                <numerusform>%n here already</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WaitingCard</name>
        <message numerus="yes">
            <source>%n changes, by you</source>
            <translation>
                <numerusform>%n change, by you</numerusform>
                <numerusform>%n changes, by you</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WeekDots</name>
        <message numerus="yes">
            <source>heard of in %n of the last 12 weeks</source>
            <translation>
                <numerusform>heard of in %n of the last 12 weeks</numerusform>
                <numerusform>heard of in %n of the last 12 weeks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ages</name>
        <message numerus="yes">
            <source>%n days ago</source>
            <translation>
                <numerusform>%n day ago</numerusform>
                <numerusform>%n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hours ago</source>
            <translation>
                <numerusform>%n hour ago</numerusform>
                <numerusform>%n hours ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minutes ago</source>
            <translation>
                <numerusform>%n minute ago</numerusform>
                <numerusform>%n minutes ago</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>exchange</name>
        <message numerus="yes">
            <source>%n changes came in</source>
            <translation>
                <numerusform>%n change came in</numerusform>
                <numerusform>%n changes came in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changes came in.</source>
            <translation>
                <numerusform>%n change came in.</numerusform>
                <numerusform>%n changes came in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changes went out.</source>
            <translation>
                <numerusform>%n change went out.</numerusform>
                <numerusform>%n changes went out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures and files came in.</source>
            <translation>
                <numerusform>%n picture or file came in.</numerusform>
                <numerusform>%n pictures and files came in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures and files wait for the next sync; the text is through.</source>
            <translation>
                <numerusform>%n picture or file waits for the next sync; the text is through.</numerusform>
                <numerusform>%n pictures and files wait for the next sync; the text is through.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures and files went out.</source>
            <translation>
                <numerusform>%n picture or file went out.</numerusform>
                <numerusform>%n pictures and files went out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pieces wait for something that has not come yet. They are kept.</source>
            <translation>
                <numerusform>%n piece waits for something that has not come yet. It is kept.</numerusform>
                <numerusform>%n pieces wait for something that has not come yet. They are kept.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n records came in or changed.</source>
            <translation>
                <numerusform>%n record came in or changed.</numerusform>
                <numerusform>%n records came in or changed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n minutes left</source>
            <translation>
                <numerusform>about %n minute left</numerusform>
                <numerusform>about %n minutes left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>home</name>
        <message numerus="yes">
            <source>%n sites</source>
            <translation>
                <numerusform>%n site</numerusform>
                <numerusform>%n sites</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>log</name>
        <message numerus="yes">
            <source>%n in</source>
            <translation>
                <numerusform>%n in</numerusform>
                <numerusform>%n in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n out</source>
            <translation>
                <numerusform>%n out</numerusform>
                <numerusform>%n out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) or file(s) with the server</source>
            <translation>
                <numerusform>%n picture or file with the server</numerusform>
                <numerusform>%n pictures or files with the server</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>practices</name>
        <message numerus="yes">
            <source>In %n countries</source>
            <translation>
                <numerusform>In %n country</numerusform>
                <numerusform>In %n countries</numerusform>
            </translation>
        </message>
    </context>
</TS>
