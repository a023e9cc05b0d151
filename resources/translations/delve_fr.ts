<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>AboutCard</name>
        <message>
            <source>About Delve</source>
            <translation>À propos de Delve</translation>
        </message>
        <message>
            <source>Licences of all parts</source>
            <translation>Licences de toutes les parties</translation>
        </message>
        <message>
            <source>Qt {0} is used under the LGPL 3, the fonts Noto Sans and Noto Serif under the Open Font License. It also stands on the work of others:</source>
            <translation>Qt {0} est utilisé sous la licence LGPL 3, les polices Noto Sans et Noto Serif sous la licence Open Font. Delve s’appuie aussi sur le travail d’autres :</translation>
        </message>
        <message>
            <source>Version {0}. Free software under the Apache License 2.0.</source>
            <translation>Version {0}. Logiciel libre sous la licence Apache 2.0.</translation>
        </message>
    </context>
    <context>
        <name>AboutRow</name>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Add a place or a theme</source>
            <translation>Ajouter un lieu ou un thème</translation>
        </message>
        <message>
            <source>Another theme …</source>
            <translation>Autre thème…</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lieu</translation>
        </message>
        <message>
            <source>Place …</source>
            <translation>Lieu…</translation>
        </message>
        <message>
            <source>Place: {0}. Change it</source>
            <translation>Lieu : {0}. Modifier</translation>
        </message>
        <message>
            <source>Take {0} off</source>
            <translation>Enlever {0}</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <source>Village, mine, district</source>
            <translation>Village, mine, district</translation>
        </message>
    </context>
    <context>
        <name>AboutStep</name>
        <message>
            <source>Country</source>
            <translation>Pays</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Kambi ya Mawe</source>
            <translation>Wend-Panga</translation>
        </message>
        <message>
            <source>Name of the space, as the others will see it</source>
            <translation>Nom de l’espace, tel que les autres le verront</translation>
        </message>
        <message>
            <source>The others see this beside what you write. You can change it later in Contacts.</source>
            <translation>Les autres le voient à côté de ce que vous écrivez. Vous pourrez le changer plus tard dans Contacts.</translation>
        </message>
        <message>
            <source>This country is not in the list. Choose one from it, or leave it empty.</source>
            <translation>Ce pays n’est pas dans la liste. Choisissez-en un, ou laissez vide.</translation>
        </message>
        <message>
            <source>Type the association or the space</source>
            <translation>Tapez l’association ou l’espace</translation>
        </message>
        <message>
            <source>Type the first letters</source>
            <translation>Tapez les premières lettres</translation>
        </message>
        <message>
            <source>Type your name first</source>
            <translation>Tapez d’abord votre nom</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>Qui êtes-vous ?</translation>
        </message>
        <message>
            <source>Your association</source>
            <translation>Votre association</translation>
        </message>
        <message>
            <source>Your name, as the others know you</source>
            <translation>Votre nom, tel que les autres vous connaissent</translation>
        </message>
        <message>
            <source>Zawadi M.</source>
            <translation>Aïssata K.</translation>
        </message>
        <message>
            <source>as your association</source>
            <translation>comme votre association</translation>
        </message>
    </context>
    <context>
        <name>AdoptionForm</name>
        <message>
            <source>Counted, weighed, seen by somebody else?</source>
            <translation>Compté, pesé, vu par quelqu’un d’autre ?</translation>
        </message>
        <message>
            <source>How did it go? What would you tell a neighbour?</source>
            <translation>Comment cela s’est-il passé ? Que diriez-vous à un voisin ?</translation>
        </message>
        <message>
            <source>Say what came of it: it is what the others look for first.</source>
            <translation>Dites ce que cela a donné : c’est ce que les autres cherchent d’abord.</translation>
        </message>
        <message>
            <source>Which part did you do in another way, and why?</source>
            <translation>Quelle partie avez-vous faite autrement, et pourquoi ?</translation>
        </message>
    </context>
    <context>
        <name>AdoptionReading</name>
        <message>
            <source>Somebody</source>
            <translation>Quelqu’un</translation>
        </message>
    </context>
    <context>
        <name>ArrivalStep</name>
        <message>
            <source>Asking to join</source>
            <translation>Demande pour rejoindre l’espace</translation>
        </message>
        <message>
            <source>Asking …</source>
            <translation>Demande en cours…</translation>
        </message>
        <message>
            <source>First there must be a space</source>
            <translation>Il faut d’abord un espace</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Plus tard</translation>
        </message>
        <message>
            <source>Making your space</source>
            <translation>Création de votre espace</translation>
        </message>
        <message>
            <source>Making your space …</source>
            <translation>Création de votre espace…</translation>
        </message>
        <message>
            <source>Six words to compare</source>
            <translation>Six mots à comparer</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>You asked to join {0}. Call your coordinator: both of you must read the same six words. Write already; you are in when your coordinator approves.</source>
            <translation>Vous avez demandé à rejoindre {0}. Appelez votre coordination : vous devez tous deux lire les mêmes six mots. Vous pouvez déjà écrire ; vous serez dans l’espace dès qu’elle aura accepté.</translation>
        </message>
        <message>
            <source>Your vault is made. What you write is safe on this laptop from now on.</source>
            <translation>Votre coffre est prêt. Ce que vous écrivez est désormais en sécurité sur cet ordinateur.</translation>
        </message>
    </context>
    <context>
        <name>AttachmentEdit</name>
        <message>
            <source>Add pictures or files</source>
            <translation>Ajouter des images ou des fichiers</translation>
        </message>
        <message>
            <source>Adding</source>
            <translation>Ajout en cours</translation>
        </message>
        <message numerus="yes">
            <source>At most %n file(s) are added at once.</source>
            <translation>
                <numerusform>Au plus %n fichier à la fois.</numerusform>
                <numerusform>Au plus %n fichiers à la fois.</numerusform>
            </translation>
        </message>
        <message>
            <source>File {0} of {1}. {2}</source>
            <translation>Fichier {0} sur {1}. {2}</translation>
        </message>
        <message>
            <source>Keep the original picture too</source>
            <translation>Garder aussi l’image originale</translation>
        </message>
        <message>
            <source>Leave in where it was taken</source>
            <translation>Garder le lieu où elle a été prise</translation>
        </message>
        <message>
            <source>No microphone can be used here.</source>
            <translation>Aucun micro n’est utilisable ici.</translation>
        </message>
        <message>
            <source>Of a new picture a smaller copy travels, without the place where it was taken.</source>
            <translation>Une nouvelle image voyage en copie plus petite, sans le lieu où elle a été prise.</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Image</translation>
        </message>
        <message>
            <source>Pictures ({0});;All files ({1})</source>
            <translation>Images ({0});;Tous les fichiers ({1})</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Enregistrer la voix</translation>
        </message>
        <message>
            <source>Recording: {0}</source>
            <translation>Enregistrement : {0}</translation>
        </message>
        <message>
            <source>Stop recording</source>
            <translation>Arrêter l’enregistrement</translation>
        </message>
        <message numerus="yes">
            <source>Stopped. %n file(s) were not added.</source>
            <translation>
                <numerusform>Arrêté. %n fichier n’a pas été ajouté.</numerusform>
                <numerusform>Arrêté. %n fichiers n’ont pas été ajoutés.</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Voice note</source>
            <translation>Note vocale</translation>
        </message>
        <message>
            <source>{0} has {1}. It goes over the link after all text, and who wants it fetches as much.</source>
            <translation>{0} fait {1}. Ce fichier part après tous les textes, et chaque personne qui le veut doit en télécharger autant.</translation>
        </message>
        <message>
            <source>{0} was taken off.</source>
            <translation>{0} a été enlevé.</translation>
        </message>
        <message>
            <source>{0}: {1} of {2}</source>
            <translation>{0} : {1} sur {2}</translation>
        </message>
    </context>
    <context>
        <name>AttachmentStrip</name>
        <message>
            <source>Files</source>
            <translation>Fichiers</translation>
        </message>
    </context>
    <context>
        <name>BackupCard</name>
        <message>
            <source>Backing up</source>
            <translation>Sauvegarde en cours</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Sauvegarde</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>Choisir un dossier</translation>
        </message>
        <message>
            <source>One file with everything, encrypted. Keep it on a stick, not on this laptop.</source>
            <translation>Un seul fichier avec tout, chiffré. Gardez-le sur une clé USB, pas sur cet ordinateur.</translation>
        </message>
        <message>
            <source>The backup {0} was written, read back and is whole.</source>
            <translation>La sauvegarde {0} a été écrite et relue : elle est complète.</translation>
        </message>
        <message>
            <source>Type your words first</source>
            <translation>Tapez d’abord vos mots</translation>
        </message>
        <message>
            <source>Where the backup goes</source>
            <translation>Où va la sauvegarde</translation>
        </message>
        <message>
            <source>Your words</source>
            <translation>Vos mots</translation>
        </message>
        <message>
            <source>Your words, for the backup</source>
            <translation>Vos mots, pour la sauvegarde</translation>
        </message>
    </context>
    <context>
        <name>BatchBar</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%n choisie</numerusform>
                <numerusform>%n choisies</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) moved to the bin.</source>
            <translation>
                <numerusform>%n fiche mise à la corbeille.</numerusform>
                <numerusform>%n fiches mises à la corbeille.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) put back.</source>
            <translation>
                <numerusform>%n fiche restaurée.</numerusform>
                <numerusform>%n fiches restaurées.</numerusform>
            </translation>
        </message>
        <message>
            <source>Add nothing</source>
            <translation>Ne rien ajouter</translation>
        </message>
        <message>
            <source>Add tag</source>
            <translation>Ajouter une étiquette</translation>
        </message>
        <message>
            <source>Add theme</source>
            <translation>Ajouter un thème</translation>
        </message>
        <message numerus="yes">
            <source>Added to %n record(s).</source>
            <translation>
                <numerusform>Ajouté à %n fiche.</numerusform>
                <numerusform>Ajouté à %n fiches.</numerusform>
            </translation>
        </message>
        <message>
            <source>Changing what was chosen</source>
            <translation>Modification de ce qui est choisi</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Choisir</translation>
        </message>
        <message>
            <source>Choose none</source>
            <translation>Ne rien choisir</translation>
        </message>
        <message>
            <source>Move to the bin</source>
            <translation>Mettre à la corbeille</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Restaurer</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <source>Tag to add</source>
            <translation>Étiquette à ajouter</translation>
        </message>
        <message numerus="yes">
            <source>Taken off %n record(s).</source>
            <translation>
                <numerusform>Enlevé de %n fiche.</numerusform>
                <numerusform>Enlevé de %n fiches.</numerusform>
            </translation>
        </message>
        <message>
            <source>Theme to add</source>
            <translation>Thème à ajouter</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} sur {1}</translation>
        </message>
    </context>
    <context>
        <name>BudgetCard</name>
        <message>
            <source>A sync moves all there is. {0}.</source>
            <translation>Une synchronisation transmet tout ce qui attend. {0}.</translation>
        </message>
        <message>
            <source>Data for a sync</source>
            <translation>Données par synchronisation</translation>
        </message>
        <message>
            <source>It stops at {0}; the rest goes next time. {1}.</source>
            <translation>Elle s’arrête à {0} ; le reste part la fois suivante. {1}.</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Sans limite</translation>
        </message>
        <message>
            <source>{0} used last time, {1} on its way</source>
            <translation>{0} utilisés la dernière fois, {1} à envoyer</translation>
        </message>
    </context>
    <context>
        <name>Captioned</name>
        <message>
            <source>{0}: {1}</source>
            <translation>{0} : {1}</translation>
        </message>
    </context>
    <context>
        <name>ChipsEdit</name>
        <message>
            <source>Remove {0}</source>
            <translation>Enlever {0}</translation>
        </message>
    </context>
    <context>
        <name>CodeField</name>
        <message>
            <source>Choose a file or a picture</source>
            <translation>Choisir un fichier ou une image</translation>
        </message>
        <message>
            <source>Files and pictures ({0})</source>
            <translation>Fichiers et images ({0})</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>Lecture…</translation>
        </message>
        <message>
            <source>The code was read. Go on.</source>
            <translation>Le code a été lu. Continuez.</translation>
        </message>
        <message>
            <source>The invite you were given</source>
            <translation>L’invitation qu’on vous a donnée</translation>
        </message>
        <message>
            <source>or drop it here</source>
            <translation>ou déposez-le ici</translation>
        </message>
    </context>
    <context>
        <name>CommentBox</name>
        <message>
            <source>About all of it</source>
            <translation>Sur toute la fiche</translation>
        </message>
        <message>
            <source>About: {0}</source>
            <translation>Sur : {0}</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Répondre</translation>
        </message>
        <message>
            <source>Ctrl+Enter</source>
            <translation>Ctrl+Entrée</translation>
        </message>
        <message>
            <source>Hand in</source>
            <translation>Publier</translation>
        </message>
        <message>
            <source>Hand in: {0}</source>
            <translation>Publier : {0}</translation>
        </message>
        <message>
            <source>I would like an answer</source>
            <translation>J’aimerais une réponse</translation>
        </message>
        <message>
            <source>Kept on this laptop as you type</source>
            <translation>Gardé sur cet ordinateur pendant que vous tapez</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Jeter</translation>
        </message>
        <message>
            <source>What do you know about this?</source>
            <translation>Que savez-vous là-dessus ?</translation>
        </message>
        <message>
            <source>What do you want to know?</source>
            <translation>Que voulez-vous savoir ?</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>De quoi il s’agit</translation>
        </message>
        <message>
            <source>Your answer</source>
            <translation>Votre réponse</translation>
        </message>
        <message>
            <source>Your question or remark</source>
            <translation>Votre question ou remarque</translation>
        </message>
    </context>
    <context>
        <name>CommentReading</name>
        <message>
            <source>Answer</source>
            <translation>Réponse</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Réglée</translation>
        </message>
        <message>
            <source>Asks for an answer</source>
            <translation>Demande une réponse</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Question</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Remarque</translation>
        </message>
    </context>
    <context>
        <name>Comparison</name>
        <message numerus="yes">
            <source>%n unchanged line(s)</source>
            <translation>
                <numerusform>%n ligne inchangée</numerusform>
                <numerusform>%n lignes inchangées</numerusform>
            </translation>
        </message>
        <message>
            <source>Differs: {0}</source>
            <translation>Diffère : {0}</translation>
        </message>
        <message>
            <source>Nothing in the words differs.</source>
            <translation>Rien ne diffère dans les mots.</translation>
        </message>
        <message>
            <source>{0}: the same words in another look, or another link.</source>
            <translation>{0} : les mêmes mots sous une autre forme, ou un autre lien.</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0} : {1}</translation>
        </message>
    </context>
    <context>
        <name>ContactForm</name>
        <message>
            <source>Add a language and press Enter</source>
            <translation>Ajoutez une langue puis Entrée</translation>
        </message>
        <message>
            <source>Another address</source>
            <translation>Autre adresse</translation>
        </message>
        <message>
            <source>Another e-mail</source>
            <translation>Autre e-mail</translation>
        </message>
        <message>
            <source>Another number</source>
            <translation>Autre numéro</translation>
        </message>
        <message>
            <source>What else</source>
            <translation>Autres informations</translation>
        </message>
        <message>
            <source>Where they belong</source>
            <translation>Où et avec qui</translation>
        </message>
        <message>
            <source>Who may know</source>
            <translation>Qui peut le savoir</translation>
        </message>
    </context>
    <context>
        <name>ContactReading</name>
        <message>
            <source>(without a name)</source>
            <translation>(sans nom)</translation>
        </message>
        <message>
            <source>(without a title)</source>
            <translation>(sans titre)</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Address, {0}</source>
            <translation>Adresse, {0}</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Appeler</translation>
        </message>
        <message>
            <source>Call {0}</source>
            <translation>Appeler {0}</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>E-mail, {0}</source>
            <translation>E-mail, {0}</translation>
        </message>
        <message>
            <source>Hands the number to the program for calls on this laptop, if it has one</source>
            <translation>Donne le numéro au programme d’appel de cet ordinateur, s’il en a un</translation>
        </message>
        <message>
            <source>People of this association</source>
            <translation>Personnes de cette association</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>Phone, {0}</source>
            <translation>Téléphone, {0}</translation>
        </message>
        <message>
            <source>Photo of {0}</source>
            <translation>Photo de {0}</translation>
        </message>
        <message>
            <source>Practices they wrote</source>
            <translation>Pratiques qu’elle a écrites</translation>
        </message>
        <message>
            <source>Read {0}</source>
            <translation>Lire {0}</translation>
        </message>
        <message>
            <source>What they tried</source>
            <translation>Pratiques qu’elle a essayées</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>et %n autre</numerusform>
                <numerusform>et %n autres</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} (in the bin)</source>
            <translation>{0} (dans la corbeille)</translation>
        </message>
        <message>
            <source>{0} at {1}</source>
            <translation>{0}, {1}</translation>
        </message>
    </context>
    <context>
        <name>CrashLog</name>
        <message>
            <source>Delve made a mistake or broke off before. What was saved is safe. Places in the program, and none of your words, are noted in {0}.</source>
            <translation>Delve a fait une erreur ou s’est arrêté net auparavant. Ce qui était enregistré est en sécurité. Des endroits du programme, et aucun de vos mots, sont notés dans {0}.</translation>
        </message>
    </context>
    <context>
        <name>DangerCard</name>
        <message>
            <source>Danger – read this first</source>
            <translation>Danger – à lire d’abord</translation>
        </message>
        <message>
            <source>Never:</source>
            <translation>Jamais :</translation>
        </message>
        <message>
            <source>Read every word</source>
            <translation>Tout lire</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0} : {1}</translation>
        </message>
    </context>
    <context>
        <name>DoorsPage</name>
        <message>
            <source>Which door is yours?</source>
            <translation>Quelle porte est la vôtre ?</translation>
        </message>
    </context>
    <context>
        <name>EditItem</name>
        <message>
            <source>Take off</source>
            <translation>Enlever</translation>
        </message>
        <message>
            <source>Take off {0}</source>
            <translation>Enlever {0}</translation>
        </message>
        <message>
            <source>What it shows</source>
            <translation>Ce que cela montre</translation>
        </message>
        <message>
            <source>What {0} shows</source>
            <translation>Ce que montre {0}</translation>
        </message>
    </context>
    <context>
        <name>ExchangePage</name>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Ask to join</source>
            <translation>Demander à rejoindre</translation>
        </message>
        <message>
            <source>Asked. Now read the six words to your coordinator.</source>
            <translation>C’est demandé. Lisez maintenant les six mots à votre coordination.</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Coordinator</source>
            <translation>Coordination</translation>
        </message>
        <message>
            <source>For an association, a region, or a group that shares what works.</source>
            <translation>Pour une association, une région ou un groupe qui partage ce qui marche.</translation>
        </message>
        <message>
            <source>Invite somebody</source>
            <translation>Inviter quelqu’un</translation>
        </message>
        <message>
            <source>It is there. Write at once; name a server when there is one.</source>
            <translation>C’est fait. Écrivez tout de suite ; indiquez un serveur quand il y en aura un.</translation>
        </message>
        <message>
            <source>Join with a code</source>
            <translation>Rejoindre avec un code</translation>
        </message>
        <message>
            <source>Lake Zone</source>
            <translation>Sud-Ouest</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Name of the space</source>
            <translation>Nom de l’espace</translation>
        </message>
        <message>
            <source>Officer</source>
            <translation>Agent</translation>
        </message>
        <message>
            <source>Only a coordinator of a space can invite</source>
            <translation>Seule la coordination d’un espace peut inviter</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>Lecture seule</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Serveur</translation>
        </message>
        <message>
            <source>Start a new space</source>
            <translation>Créer un espace</translation>
        </message>
        <message>
            <source>Start it</source>
            <translation>Créer</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Synchro</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Synchroniser maintenant</translation>
        </message>
        <message>
            <source>The server answers. Press Sync now.</source>
            <translation>Le serveur répond. Appuyez sur Synchroniser maintenant.</translation>
        </message>
        <message>
            <source>The server passes on what you send. It cannot read it.</source>
            <translation>Le serveur transmet ce que vous envoyez. Il ne peut pas le lire.</translation>
        </message>
        <message>
            <source>This space</source>
            <translation>Cet espace</translation>
        </message>
        <message>
            <source>Ticket, if you were given one</source>
            <translation>Ticket, si l’on vous en a donné un</translation>
        </message>
        <message>
            <source>Use this server</source>
            <translation>Utiliser ce serveur</translation>
        </message>
        <message>
            <source>You are in no space yet. Start one, or join with a code.</source>
            <translation>Vous n’êtes encore dans aucun espace. Créez-en un, ou rejoignez-en un avec un code.</translation>
        </message>
        <message>
            <source>You asked to join. Read these six words to your coordinator:</source>
            <translation>Vous avez demandé à rejoindre l’espace. Lisez ces six mots à votre coordination :</translation>
        </message>
        <message>
            <source>You can write already. It goes out once they approve you.</source>
            <translation>Vous pouvez déjà écrire. Tout partira dès que votre demande sera acceptée.</translation>
        </message>
        <message>
            <source>Your coordinator gave you a code. You can write at once; they approve you afterwards.</source>
            <translation>Votre coordination vous a donné un code. Vous pouvez écrire tout de suite ; elle accepte votre demande ensuite.</translation>
        </message>
        <message>
            <source>Your role</source>
            <translation>Votre rôle</translation>
        </message>
        <message>
            <source>as it was given to you</source>
            <translation>tel qu’on vous l’a donné</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>aucun encore</translation>
        </message>
        <message>
            <source>{0} is admitted. Their laptop learns it with its next sync.</source>
            <translation>{0} fait partie de l’espace. Son ordinateur l’apprendra à sa prochaine synchronisation.</translation>
        </message>
    </context>
    <context>
        <name>ExchangesCard</name>
        <message>
            <source>Last exchanges</source>
            <translation>Derniers échanges</translation>
        </message>
        <message>
            <source>None yet. What you write waits here, safe.</source>
            <translation>Aucun encore. Ce que vous écrivez attend ici, en sécurité.</translation>
        </message>
    </context>
    <context>
        <name>FactLine</name>
        <message>
            <source>{0}: {1}</source>
            <translation>{0} : {1}</translation>
        </message>
    </context>
    <context>
        <name>FileRow</name>
        <message>
            <source>A readable copy is open in another program. It is wiped when you lock or close Delve; what you save from there stays where you save it.</source>
            <translation>Une copie lisible est ouverte dans un autre programme. Elle est effacée quand vous verrouillez ou fermez Delve ; ce que vous enregistrez dans cet autre programme reste là où vous l’enregistrez.</translation>
        </message>
        <message>
            <source>Comes with the next sync</source>
            <translation>Arrive avec la prochaine synchronisation</translation>
        </message>
        <message>
            <source>Do not fetch</source>
            <translation>Ne pas télécharger</translation>
        </message>
        <message>
            <source>Fetch ({0})</source>
            <translation>Télécharger ({0})</translation>
        </message>
        <message>
            <source>It comes with the next sync.</source>
            <translation>Ce fichier arrive avec la prochaine synchronisation.</translation>
        </message>
        <message>
            <source>It is not fetched.</source>
            <translation>Ce fichier ne sera pas téléchargé.</translation>
        </message>
        <message>
            <source>No program on this laptop opens this kind of file. Save it.</source>
            <translation>Aucun programme de cet ordinateur n’ouvre ce genre de fichier. Enregistrez-le.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>Open {0} in another program</source>
            <translation>Ouvrir {0} dans un autre programme</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Enregistrer sous</translation>
        </message>
        <message>
            <source>Save {0} outside the vault</source>
            <translation>Enregistrer {0} hors du coffre</translation>
        </message>
        <message>
            <source>Saved as {0}. It is readable to anybody there.</source>
            <translation>Enregistré sous {0}. À cet endroit, tout le monde peut le lire.</translation>
        </message>
    </context>
    <context>
        <name>Finder</name>
        <message>
            <source>Find anything</source>
            <translation>Chercher partout</translation>
        </message>
        <message>
            <source>Find anything, Ctrl+K</source>
            <translation>Chercher partout, Ctrl+K</translation>
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>Two versions, to be decided on the page before: {0}</source>
            <translation>Deux versions, à décider sur la page précédente : {0}</translation>
        </message>
    </context>
    <context>
        <name>GatePage</name>
        <message>
            <source>Someone new on this laptop</source>
            <translation>Une nouvelle personne sur cet ordinateur</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>Qui êtes-vous ?</translation>
        </message>
    </context>
    <context>
        <name>GivenFiles</name>
        <message>
            <source>A backup is brought back before a vault is open: lock, and open it again.</source>
            <translation>Une sauvegarde se reprend avant d’ouvrir un coffre : verrouillez, puis ouvrez-la de nouveau.</translation>
        </message>
    </context>
    <context>
        <name>HelpCover</name>
        <message>
            <source>Close the help</source>
            <translation>Fermer l’aide</translation>
        </message>
    </context>
    <context>
        <name>HelpView</name>
        <message>
            <source>A page of the help</source>
            <translation>Une page de l’aide</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Sommaire</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <source>No page has these words.</source>
            <translation>Aucune page ne contient ces mots.</translation>
        </message>
        <message>
            <source>Pages of the help</source>
            <translation>Pages de l’aide</translation>
        </message>
        <message>
            <source>Search the help</source>
            <translation>Chercher dans l’aide</translation>
        </message>
    </context>
    <context>
        <name>HistoryList</name>
        <message>
            <source>After</source>
            <translation>Après</translation>
        </message>
        <message>
            <source>Back to the record</source>
            <translation>Retour à la fiche</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Avant</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Comparer</translation>
        </message>
        <message>
            <source>Compare a version</source>
            <translation>Comparer une version</translation>
        </message>
        <message>
            <source>Compare this version: {0}</source>
            <translation>Comparer cette version : {0}</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historique</translation>
        </message>
        <message>
            <source>Nothing is ever lost here. A restore is a new version.</source>
            <translation>Rien ne se perd ici. Rétablir crée une nouvelle version.</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Maintenant</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Restore this version: {0}</source>
            <translation>Rétablir cette version : {0}</translation>
        </message>
        <message>
            <source>This version</source>
            <translation>Cette version</translation>
        </message>
        <message>
            <source>came by the server</source>
            <translation>venu par le serveur</translation>
        </message>
        <message>
            <source>on this laptop</source>
            <translation>sur cet ordinateur</translation>
        </message>
        <message>
            <source>with now</source>
            <translation>avec l’actuelle</translation>
        </message>
        <message>
            <source>with the one before</source>
            <translation>avec la précédente</translation>
        </message>
        <message>
            <source>{0} began it</source>
            <translation>Commencé par {0}</translation>
        </message>
        <message>
            <source>{0} changed: {1}</source>
            <translation>{0} a modifié : {1}</translation>
        </message>
        <message>
            <source>{0} did something that this Delve does not know</source>
            <translation>{0} a fait quelque chose que ce Delve ne connaît pas</translation>
        </message>
        <message>
            <source>{0} put it into the bin</source>
            <translation>Mis à la corbeille par {0}</translation>
        </message>
        <message>
            <source>{0} took it out of the bin</source>
            <translation>Sorti de la corbeille par {0}</translation>
        </message>
        <message>
            <source>{0} · {1}</source>
            <translation>{0} · {1}</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message numerus="yes">
            <source>%n records to decide</source>
            <translation>
                <numerusform>%n fiche à décider</numerusform>
                <numerusform>%n fiches à décider</numerusform>
            </translation>
        </message>
        <message>
            <source>A question from {0}</source>
            <translation>Une question de {0}</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Répondre</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>Décider</translation>
        </message>
        <message>
            <source>First start a space, or join one</source>
            <translation>Créez d’abord un espace, ou rejoignez-en un</translation>
        </message>
        <message>
            <source>Good afternoon, {0}</source>
            <translation>Bon après-midi, {0}</translation>
        </message>
        <message>
            <source>Good evening, {0}</source>
            <translation>Bonsoir, {0}</translation>
        </message>
        <message>
            <source>Good morning, {0}</source>
            <translation>Bonjour, {0}</translation>
        </message>
        <message>
            <source>Join with an invite</source>
            <translation>Rejoindre avec une invitation</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Voir</translation>
        </message>
        <message>
            <source>Merge desk</source>
            <translation>Décisions</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>En attente de vous</translation>
        </message>
        <message>
            <source>New in {0}</source>
            <translation>Nouveau dans {0}</translation>
        </message>
        <message>
            <source>New since {0}</source>
            <translation>Nouveau depuis : {0}</translation>
        </message>
        <message>
            <source>Nothing came in from others yet. Write the first note.</source>
            <translation>Rien n’est encore arrivé des autres. Écrivez la première note.</translation>
        </message>
        <message>
            <source>Nothing new from others.</source>
            <translation>Rien de nouveau des autres.</translation>
        </message>
        <message>
            <source>Nothing, for now.</source>
            <translation>Rien pour l’instant.</translation>
        </message>
        <message>
            <source>Six words to compare</source>
            <translation>Six mots à comparer</translation>
        </message>
        <message>
            <source>Start a new space</source>
            <translation>Créer un espace</translation>
        </message>
        <message>
            <source>Which door is yours?</source>
            <translation>Quelle porte est la vôtre ?</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>Écrire une note</translation>
        </message>
        <message>
            <source>You coordinate an association or a region, and want to invite the others.</source>
            <translation>Vous coordonnez une association ou une région et voulez inviter les autres.</translation>
        </message>
        <message>
            <source>Your coordinator gave you a code.</source>
            <translation>Votre coordination vous a donné un code.</translation>
        </message>
        <message>
            <source>{0} wants to join</source>
            <translation>{0} veut rejoindre l’espace</translation>
        </message>
    </context>
    <context>
        <name>InPlaceBar</name>
        <message>
            <source>Close this message</source>
            <translation>Fermer ce message</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Copier les détails</translation>
        </message>
    </context>
    <context>
        <name>Incoming</name>
        <message>
            <source>{0} changed other parts of this; they are in.</source>
            <translation>{0} a modifié d’autres parties de cette fiche ; elles sont déjà ici.</translation>
        </message>
        <message>
            <source>{0} changed this too; both will be kept.</source>
            <translation>{0} a modifié ceci aussi ; les deux versions seront gardées.</translation>
        </message>
    </context>
    <context>
        <name>Intake</name>
        <message numerus="yes">
            <source>%n file(s) are still being added. They come into the record by themselves.</source>
            <translation>
                <numerusform>%n fichier est encore en cours d’ajout. Il arrivera tout seul dans la fiche.</numerusform>
                <numerusform>%n fichiers sont encore en cours d’ajout. Ils arriveront tout seuls dans la fiche.</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} was not added. {1}</source>
            <translation>{0} n’a pas été ajouté. {1}</translation>
        </message>
    </context>
    <context>
        <name>InvitePanel</name>
        <message>
            <source>Copy the code</source>
            <translation>Copier le code</translation>
        </message>
        <message>
            <source>Delve invite</source>
            <translation>Invitation Delve</translation>
        </message>
        <message>
            <source>Hand it on by phone, on paper or in a chat. It is of no use without your approval.</source>
            <translation>Transmettez-le par téléphone, sur papier ou par messagerie. Sans votre accord il ne sert à rien.</translation>
        </message>
        <message>
            <source>Invite somebody</source>
            <translation>Inviter quelqu’un</translation>
        </message>
        <message>
            <source>Make a code</source>
            <translation>Créer un code</translation>
        </message>
        <message>
            <source>Save as a picture</source>
            <translation>Enregistrer comme image</translation>
        </message>
        <message>
            <source>Save the invite</source>
            <translation>Enregistrer l’invitation</translation>
        </message>
        <message>
            <source>Saved as {0}. It is of no use without your approval.</source>
            <translation>Enregistré sous {0}. Sans votre accord, il ne sert à rien.</translation>
        </message>
        <message>
            <source>The code lets one person ask to join. You approve them after comparing six words.</source>
            <translation>Le code permet à une personne de demander à rejoindre l’espace. Vous l’admettez après avoir comparé six mots.</translation>
        </message>
        <message>
            <source>The picture could not be written there. Choose another folder.</source>
            <translation>L’image n’a pas pu être écrite là. Choisissez un autre dossier.</translation>
        </message>
        <message>
            <source>The same code as a square</source>
            <translation>Le même code, en image carrée</translation>
        </message>
    </context>
    <context>
        <name>InviteStep</name>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Type or paste the code that your coordinator gave you, or bring its file or picture.</source>
            <translation>Tapez ou collez le code que votre coordination vous a donné, ou apportez son fichier ou son image.</translation>
        </message>
        <message>
            <source>Your invite</source>
            <translation>Votre invitation</translation>
        </message>
    </context>
    <context>
        <name>LanguageMenu</name>
        <message>
            <source>Language: {0}</source>
            <translation>Langue : {0}</translation>
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
        <message>
            <source>As the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>Clair ou sombre</translation>
        </message>
        <message>
            <source>Lock when nobody touches it for</source>
            <translation>Verrouiller quand personne n’y touche pendant</translation>
        </message>
        <message>
            <source>Size of letters</source>
            <translation>Taille des lettres</translation>
        </message>
        <message>
            <source>This laptop</source>
            <translation>Cet ordinateur</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
    </context>
    <context>
        <name>LeafletPanel</name>
        <message>
            <source>As a leaflet</source>
            <translation>Sous forme de feuillet</translation>
        </message>
        <message>
            <source>Close the leaflet</source>
            <translation>Fermer le feuillet</translation>
        </message>
        <message>
            <source>Handed to the printer.</source>
            <translation>Envoyé à l’imprimante.</translation>
        </message>
        <message>
            <source>Leaflet</source>
            <translation>Feuillet</translation>
        </message>
        <message>
            <source>On paper or as a file it leaves Delve: whoever holds it can read it and hand it on.</source>
            <translation>Sur papier ou en fichier, il sort de Delve : qui l’a en main peut le lire et le transmettre.</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Page {0} of {1}</source>
            <translation>Page {0} sur {1}</translation>
        </message>
        <message>
            <source>Print …</source>
            <translation>Imprimer…</translation>
        </message>
        <message>
            <source>Save as PDF …</source>
            <translation>Enregistrer en PDF…</translation>
        </message>
        <message>
            <source>Save the leaflet</source>
            <translation>Enregistrer le feuillet</translation>
        </message>
        <message>
            <source>Saved outside Delve, as {0}.</source>
            <translation>Enregistré hors de Delve, sous {0}.</translation>
        </message>
        <message>
            <source>The printer did not take the leaflet. Try again, or save it as a PDF.</source>
            <translation>L’imprimante n’a pas pris le feuillet. Réessayez, ou enregistrez-le en PDF.</translation>
        </message>
    </context>
    <context>
        <name>LedgerCard</name>
        <message numerus="yes">
            <source>%n more in the bin, not counted</source>
            <translation>
                <numerusform>%n autre dans la corbeille, non compté</numerusform>
                <numerusform>%n autres dans la corbeille, non comptés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sites</source>
            <translation>
                <numerusform>%n site</numerusform>
                <numerusform>%n sites</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody has said so yet. If you have tried it, tell the others.</source>
            <translation>Personne n’a encore rien dit. Si vous l’avez essayée, racontez-le aux autres.</translation>
        </message>
        <message numerus="yes">
            <source>Show all %n</source>
            <translation>
                <numerusform>Montrer le seul</numerusform>
                <numerusform>Montrer les %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Who tried it</source>
            <translation>Qui l’a essayée</translation>
        </message>
    </context>
    <context>
        <name>LicencesDialog</name>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Delve stands on the work of others. Each part, and its terms:</source>
            <translation>Delve repose sur le travail d’autres. Chaque partie, et ses conditions :</translation>
        </message>
        <message>
            <source>Licence of the part</source>
            <translation>Licence de la partie</translation>
        </message>
        <message>
            <source>Licences of all parts</source>
            <translation>Licences de toutes les parties</translation>
        </message>
        <message>
            <source>Parts of the program</source>
            <translation>Parties du programme</translation>
        </message>
    </context>
    <context>
        <name>Lightbox</name>
        <message>
            <source>Close the picture</source>
            <translation>Fermer l’image</translation>
        </message>
        <message>
            <source>Picture: {0}</source>
            <translation>Image : {0}</translation>
        </message>
        <message>
            <source>The next picture</source>
            <translation>Image suivante</translation>
        </message>
        <message>
            <source>The picture before</source>
            <translation>Image précédente</translation>
        </message>
        <message>
            <source>{0} – only the small picture is on this laptop</source>
            <translation>{0} – seule la petite image est sur cet ordinateur</translation>
        </message>
    </context>
    <context>
        <name>LinkBubble</name>
        <message>
            <source>A link leads to a web address or an e-mail address.</source>
            <translation>Un lien mène à une adresse web ou à une adresse e-mail.</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Lien</translation>
        </message>
        <message>
            <source>Set link</source>
            <translation>Mettre le lien</translation>
        </message>
        <message>
            <source>Take the link away</source>
            <translation>Enlever le lien</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Texte</translation>
        </message>
    </context>
    <context>
        <name>LinkPicker</name>
        <message>
            <source>A name, a title, a word …</source>
            <translation>Un nom, un titre, un mot…</translation>
        </message>
        <message>
            <source>Find the record to link to</source>
            <translation>Trouver la fiche à relier</translation>
        </message>
        <message>
            <source>Nothing here has these words.</source>
            <translation>Rien ici ne contient ces mots.</translation>
        </message>
        <message>
            <source>Records found</source>
            <translation>Fiches trouvées</translation>
        </message>
    </context>
    <context>
        <name>LinksEdit</name>
        <message>
            <source>Link a record</source>
            <translation>Relier une fiche</translation>
        </message>
        <message>
            <source>Link a record: {0}</source>
            <translation>Relier une fiche : {0}</translation>
        </message>
        <message>
            <source>Remove the link to {0}</source>
            <translation>Enlever le lien vers {0}</translation>
        </message>
        <message>
            <source>Something that is still to come</source>
            <translation>Quelque chose qui doit encore arriver</translation>
        </message>
        <message>
            <source>{0} (in the bin)</source>
            <translation>{0} (dans la corbeille)</translation>
        </message>
    </context>
    <context>
        <name>ListHead</name>
        <message>
            <source>Name A–Z</source>
            <translation>Nom A–Z</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nouveau</translation>
        </message>
        <message>
            <source>Newest</source>
            <translation>Plus récentes</translation>
        </message>
        <message>
            <source>Oldest</source>
            <translation>Plus anciennes</translation>
        </message>
        <message>
            <source>Order: {0}</source>
            <translation>Ordre : {0}</translation>
        </message>
        <message>
            <source>Take off the filter {0}</source>
            <translation>Enlever le filtre {0}</translation>
        </message>
        <message>
            <source>Title A–Z</source>
            <translation>Titre A–Z</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} sur {1}</translation>
        </message>
        <message>
            <source>{0}+ of {1}</source>
            <translation>{0}+ sur {1}</translation>
        </message>
    </context>
    <context>
        <name>ListPane</name>
        <message>
            <source>Choose all</source>
            <translation>Tout choisir</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Effacer la recherche</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Move to the bin</source>
            <translation>Mettre à la corbeille</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nouveau</translation>
        </message>
        <message>
            <source>Nothing fits these filters.</source>
            <translation>Rien ne répond à ces filtres.</translation>
        </message>
        <message>
            <source>Nothing found for “{0}”.</source>
            <translation>Rien trouvé pour « {0} ».</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Restaurer</translation>
        </message>
        <message>
            <source>Take off all filters</source>
            <translation>Enlever tous les filtres</translation>
        </message>
        <message>
            <source>Take one off to see more.</source>
            <translation>Enlevez-en un pour en voir plus.</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Jeter</translation>
        </message>
        <message>
            <source>Try fewer letters, or another spelling.</source>
            <translation>Essayez avec moins de lettres, ou une autre orthographe.</translation>
        </message>
        <message>
            <source>What to do with what is chosen</source>
            <translation>Que faire de ce qui est choisi</translation>
        </message>
        <message>
            <source>Why nothing is listed</source>
            <translation>Pourquoi rien n’est affiché</translation>
        </message>
        <message>
            <source>You had begun something new. It is kept.</source>
            <translation>Vous aviez commencé quelque chose de nouveau. C’est gardé.</translation>
        </message>
        <message>
            <source>You had begun “{0}”. It is kept.</source>
            <translation>Vous aviez commencé « {0} ». C’est gardé.</translation>
        </message>
    </context>
    <context>
        <name>LogCard</name>
        <message>
            <source>None yet.</source>
            <translation>Aucun encore.</translation>
        </message>
        <message>
            <source>Past exchanges</source>
            <translation>Échanges passés</translation>
        </message>
        <message>
            <source>Whole log</source>
            <translation>Tout le journal</translation>
        </message>
    </context>
    <context>
        <name>More</name>
        <message>
            <source>Delve has no place for these. It keeps them, and gives them back when you export.</source>
            <translation>Delve n’a pas de place prévue pour cela. Il le garde et le rend à l’exportation.</translation>
        </message>
        <message numerus="yes">
            <source>More from the address book: %n lines</source>
            <translation>
                <numerusform>Autre contenu du carnet d’adresses : %n ligne</numerusform>
                <numerusform>Autre contenu du carnet d’adresses : %n lignes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>et %n autre</numerusform>
                <numerusform>et %n autres</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Nav</name>
        <message>
            <source>A new space</source>
            <translation>Un nouvel espace</translation>
        </message>
        <message>
            <source>Settings, Ctrl+,</source>
            <translation>Réglages, Ctrl+,</translation>
        </message>
        <message>
            <source>Spaces</source>
            <translation>Espaces</translation>
        </message>
        <message>
            <source>Spaces and sections</source>
            <translation>Espaces et rubriques</translation>
        </message>
        <message>
            <source>{0}: settings</source>
            <translation>{0} : réglages</translation>
        </message>
    </context>
    <context>
        <name>NewCards</name>
        <message>
            <source>(without a title)</source>
            <translation>(sans titre)</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Lire</translation>
        </message>
        <message>
            <source>Read {0}</source>
            <translation>Lire {0}</translation>
        </message>
        <message numerus="yes">
            <source>See all %n</source>
            <translation>
                <numerusform>Voir la seule</numerusform>
                <numerusform>Voir les %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewPassphrase</name>
        <message>
            <source>Caps lock seems to be on.</source>
            <translation>Les majuscules semblent verrouillées.</translation>
        </message>
        <message>
            <source>Good. Write the words on paper and keep them apart from the laptop.</source>
            <translation>Bien. Notez les mots sur papier et gardez-les loin de l’ordinateur.</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>Nouvelle phrase secrète</translation>
        </message>
        <message>
            <source>Nobody can open your vault without these words, not even us. Write them on paper.</source>
            <translation>Personne ne peut ouvrir votre coffre sans ces mots, même pas nous. Notez-les sur papier.</translation>
        </message>
        <message>
            <source>Passphrase: six words, or at least 15 letters</source>
            <translation>Phrase secrète : six mots, ou au moins 15 lettres</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>Solidité</translation>
        </message>
        <message>
            <source>Suggest six words</source>
            <translation>Proposer six mots</translation>
        </message>
    </context>
    <context>
        <name>NoteForm</name>
        <message>
            <source>More: date, links, who may see it</source>
            <translation>Plus : date, fiches reliées, qui peut la voir</translation>
        </message>
        <message>
            <source>What happened, what was said, what is needed …</source>
            <translation>Ce qui s’est passé, ce qui s’est dit, ce qu’il faut…</translation>
        </message>
    </context>
    <context>
        <name>NoteReading</name>
        <message>
            <source>(without a title)</source>
            <translation>(sans titre)</translation>
        </message>
        <message>
            <source>Read {0}</source>
            <translation>Lire {0}</translation>
        </message>
    </context>
    <context>
        <name>Numeral</name>
        <message>
            <source>Step {0}</source>
            <translation>Étape {0}</translation>
        </message>
    </context>
    <context>
        <name>PageInParts</name>
        <message>
            <source>Delve could not show the rest of this here. Nothing of it is lost.</source>
            <translation>Delve n’a pas pu afficher la suite ici. Rien n’en est perdu.</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Do</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>Nothing found for “{0}”. Try fewer letters.</source>
            <translation>Rien trouvé pour « {0} ». Essayez avec moins de lettres.</translation>
        </message>
        <message>
            <source>Show all that was found in a list</source>
            <translation>Montrer tout ce qui a été trouvé dans une liste</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Ce qui a été trouvé</translation>
        </message>
    </context>
    <context>
        <name>PaneActions</name>
        <message>
            <source>Decided. The other version stays in the history.</source>
            <translation>Décidé. L’autre version reste dans l’historique.</translation>
        </message>
        <message>
            <source>Decided. What stood before stays in the history.</source>
            <translation>Décidé. Ce qu’il y avait avant reste dans l’historique.</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>It is back in its list.</source>
            <translation>La fiche est de retour dans sa liste.</translation>
        </message>
        <message>
            <source>It is in the bin. Nothing is gone.</source>
            <translation>La fiche est dans la corbeille. Rien n’est perdu.</translation>
        </message>
        <message>
            <source>Kept as a new version.</source>
            <translation>Gardé comme nouvelle version.</translation>
        </message>
        <message>
            <source>Restored as a new version.</source>
            <translation>Rétabli comme nouvelle version.</translation>
        </message>
        <message>
            <source>Take the other one</source>
            <translation>Prendre l’autre</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Jeter</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>You were writing here ({0}). Your words are kept.</source>
            <translation>Vous écriviez ici ({0}). Vos mots sont gardés.</translation>
        </message>
    </context>
    <context>
        <name>PaneBody</name>
        <message>
            <source>Choose something on the left.</source>
            <translation>Choisissez quelque chose à gauche.</translation>
        </message>
        <message>
            <source>The record, arrow keys scroll it</source>
            <translation>La fiche, les flèches la font défiler</translation>
        </message>
    </context>
    <context>
        <name>PaneFoot</name>
        <message>
            <source>A sample – never sent, and not kept</source>
            <translation>Un exemple – jamais envoyé, et pas gardé</translation>
        </message>
        <message>
            <source>Here and on the server</source>
            <translation>Ici et sur le serveur</translation>
        </message>
        <message>
            <source>Kept as you type</source>
            <translation>Gardé pendant que vous tapez</translation>
        </message>
        <message>
            <source>Kept as you type · goes out with the next sync</source>
            <translation>Gardé pendant que vous tapez · part à la prochaine synchronisation</translation>
        </message>
        <message>
            <source>Kept as you typed it – to be mended first</source>
            <translation>Gardé tel que tapé – à corriger d’abord</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>Pas encore enregistré</translation>
        </message>
        <message>
            <source>Saved on this laptop – not yet sent</source>
            <translation>Enregistré sur cet ordinateur – pas encore envoyé</translation>
        </message>
        <message>
            <source>Sent to the server</source>
            <translation>Envoyé au serveur</translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation>{0}, {1}</translation>
        </message>
    </context>
    <context>
        <name>PaneFrame</name>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
    </context>
    <context>
        <name>PaneHead</name>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Retour à la liste</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>Corbeille</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Modifier</translation>
        </message>
        <message>
            <source>Editing</source>
            <translation>Modification</translation>
        </message>
        <message>
            <source>From a newer Delve</source>
            <translation>D’un Delve plus récent</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historique</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Plus</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Restaurer</translation>
        </message>
        <message>
            <source>Put this into the bin; you can take it back</source>
            <translation>Mettre à la corbeille ; vous pourrez l’en ressortir</translation>
        </message>
    </context>
    <context>
        <name>PassphraseCard</name>
        <message>
            <source>Change it</source>
            <translation>La changer</translation>
        </message>
        <message>
            <source>Change your passphrase</source>
            <translation>Changer votre phrase secrète</translation>
        </message>
        <message>
            <source>Changing …</source>
            <translation>Changement…</translation>
        </message>
        <message>
            <source>Encrypting anew</source>
            <translation>Nouveau chiffrement</translation>
        </message>
        <message>
            <source>May others know your words, or have had your laptop?</source>
            <translation>D’autres connaissent peut-être vos mots, ou ont eu votre ordinateur ?</translation>
        </message>
        <message>
            <source>The old words open nothing any more. The recovery sheet stays good.</source>
            <translation>Les anciens mots n’ouvrent plus rien. La feuille de secours reste valable.</translation>
        </message>
        <message>
            <source>Then everything is encrypted anew, under a new key. It takes a while; older backups still open with the old words, and a recovery sheet is made anew.</source>
            <translation>Tout est alors chiffré de nouveau, sous une nouvelle clé. Cela prend un moment ; les anciennes sauvegardes s’ouvrent encore avec les anciens mots, et une nouvelle feuille de secours est faite.</translation>
        </message>
        <message>
            <source>Type the old words and the new ones first</source>
            <translation>Tapez d’abord les anciens mots et les nouveaux</translation>
        </message>
        <message>
            <source>Yes, take a new key</source>
            <translation>Oui, prendre une nouvelle clé</translation>
        </message>
        <message>
            <source>Your new words open the vault from now on.</source>
            <translation>Vos nouveaux mots ouvrent désormais le coffre.</translation>
        </message>
        <message>
            <source>Your new words open the vault from now on. The old recovery sheet is void.</source>
            <translation>Vos nouveaux mots ouvrent désormais le coffre. L’ancienne feuille de secours ne vaut plus rien.</translation>
        </message>
        <message>
            <source>Your words now</source>
            <translation>Vos mots actuels</translation>
        </message>
    </context>
    <context>
        <name>PassphraseStep</name>
        <message>
            <source>All you write is locked with your words, and stays here until you send it.</source>
            <translation>Tout ce que vous écrivez est verrouillé par vos mots et reste ici jusqu’à ce que vous l’envoyiez.</translation>
        </message>
        <message>
            <source>Create my vault</source>
            <translation>Créer mon coffre</translation>
        </message>
        <message>
            <source>Six words are needed, or at least 15 letters</source>
            <translation>Il faut six mots, ou au moins 15 lettres</translation>
        </message>
        <message>
            <source>Your words</source>
            <translation>Vos mots</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>(without a name)</source>
            <translation>(sans nom)</translation>
        </message>
        <message>
            <source>Somebody whose contact has not arrived yet</source>
            <translation>Quelqu’un dont le contact n’est pas encore arrivé</translation>
        </message>
        <message>
            <source>{0} (in the bin)</source>
            <translation>{0} (dans la corbeille)</translation>
        </message>
    </context>
    <context>
        <name>PeopleCard</name>
        <message>
            <source>Coordinator</source>
            <translation>Coordination</translation>
        </message>
        <message>
            <source>Nobody is known yet. Names come with the first sync.</source>
            <translation>Personne n’est encore connu. Les noms viennent avec la première synchronisation.</translation>
        </message>
        <message>
            <source>Officer</source>
            <translation>Agent</translation>
        </message>
        <message>
            <source>People of this space</source>
            <translation>Personnes de cet espace</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>Lecture seule</translation>
        </message>
        <message>
            <source>{0} (you)</source>
            <translation>{0} (vous)</translation>
        </message>
    </context>
    <context>
        <name>PictureTile</name>
        <message>
            <source>Picture: {0}</source>
            <translation>Image : {0}</translation>
        </message>
    </context>
    <context>
        <name>PillWords</name>
        <message>
            <source>A sample · never sent</source>
            <translation>Exemple · jamais envoyé</translation>
        </message>
        <message>
            <source>In sync</source>
            <translation>Synchronisé</translation>
        </message>
        <message>
            <source>Not synced yet</source>
            <translation>Pas encore synchronisé</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Hors ligne</translation>
        </message>
        <message>
            <source>Offline · {0}</source>
            <translation>Hors ligne · {0}</translation>
        </message>
        <message>
            <source>On this laptop</source>
            <translation>Sur cet ordinateur</translation>
        </message>
        <message>
            <source>Syncing</source>
            <translation>Synchronisation en cours</translation>
        </message>
        <message>
            <source>Syncing {0}</source>
            <translation>Synchronisation {0}</translation>
        </message>
        <message>
            <source>Up to date</source>
            <translation>À jour</translation>
        </message>
        <message>
            <source>{0} to send</source>
            <translation>{0} à envoyer</translation>
        </message>
    </context>
    <context>
        <name>PinCard</name>
        <message>
            <source>A pause locks fully from now on.</source>
            <translation>Désormais, une pause verrouille entièrement.</translation>
        </message>
        <message>
            <source>After a pause they open Delve again without your words. They count until you lock, close Delve or the laptop sleeps; five wrong ones lock for good. Until then the keys stay in memory, so choose none if somebody may take the laptop from you.</source>
            <translation>Après une pause, ils rouvrent Delve sans vos mots. Ils valent jusqu’au verrouillage, à la fermeture de Delve ou à la mise en veille de l’ordinateur ; cinq erreurs verrouillent pour de bon. D’ici là les clés restent en mémoire : n’en choisissez pas si l’on peut vous prendre l’ordinateur.</translation>
        </message>
        <message>
            <source>Digits are set.</source>
            <translation>Des chiffres sont choisis.</translation>
        </message>
        <message>
            <source>From now on these digits open Delve again after a pause.</source>
            <translation>Désormais, ces chiffres rouvrent Delve après une pause.</translation>
        </message>
        <message>
            <source>None are set: a pause locks fully.</source>
            <translation>Aucun n’est choisi : une pause verrouille entièrement.</translation>
        </message>
        <message>
            <source>Others would try these digits first. Take other ones.</source>
            <translation>On essaierait d’abord ces chiffres. Prenez-en d’autres.</translation>
        </message>
        <message>
            <source>Six digits</source>
            <translation>Six chiffres</translation>
        </message>
        <message>
            <source>Six digits are needed.</source>
            <translation>Il faut six chiffres.</translation>
        </message>
        <message>
            <source>Six digits for a short break</source>
            <translation>Six chiffres pour une courte pause</translation>
        </message>
        <message>
            <source>Use none</source>
            <translation>N’en utiliser aucun</translation>
        </message>
        <message>
            <source>Use these digits</source>
            <translation>Utiliser ces chiffres</translation>
        </message>
    </context>
    <context>
        <name>PinPage</name>
        <message>
            <source>Nobody touched the laptop for a while. What you typed is kept.</source>
            <translation>Personne n’a touché à l’ordinateur depuis un moment. Ce que vous avez tapé est gardé.</translation>
        </message>
        <message>
            <source>Still there, {0}?</source>
            <translation>Toujours là, {0} ?</translation>
        </message>
        <message numerus="yes">
            <source>These are not the digits. %n tries are left.</source>
            <translation>
                <numerusform>Ce ne sont pas les bons chiffres. Il reste %n essai.</numerusform>
                <numerusform>Ce ne sont pas les bons chiffres. Il reste %n essais.</numerusform>
            </translation>
        </message>
        <message>
            <source>Use my words</source>
            <translation>Utiliser mes mots</translation>
        </message>
        <message>
            <source>Your six digits</source>
            <translation>Vos six chiffres</translation>
        </message>
    </context>
    <context>
        <name>PracticeForm</name>
        <message>
            <source>- **Dust**: scars the lungs. Keep the ore wet.</source>
            <translation>- **Poussière** : elle abîme les poumons. Gardez le minerai mouillé.</translation>
        </message>
        <message>
            <source>- Heat sand that has touched mercury: the smoke poisons.</source>
            <translation>- Chauffer du sable qui a touché du mercure : la fumée empoisonne.</translation>
        </message>
        <message>
            <source>1. **Wash.** Run the wet ore down the sluice.</source>
            <translation>1. **Laver.** Faites passer le minerai mouillé sur le sluice.</translation>
        </message>
        <message>
            <source>A coordinator gives this state; hand it in and they decide.</source>
            <translation>Cet état est donné par la coordination ; proposez la pratique et elle décide.</translation>
        </message>
        <message>
            <source>A guide, a person, a training; Enter adds it</source>
            <translation>Un guide, une personne, une formation ; Entrée l’ajoute</translation>
        </message>
        <message>
            <source>Begin each step with its number: 1. **Name.** What to do. Begin each danger with a hyphen.</source>
            <translation>Commencez chaque étape par son numéro : 1. **Nom.** Ce qu’il faut faire. Commencez chaque danger par un tiret.</translation>
        </message>
        <message>
            <source>Groups of 4 to 10 with clean water</source>
            <translation>Groupes de 4 à 10 avec de l’eau propre</translation>
        </message>
        <message>
            <source>In two sentences: what is better afterwards?</source>
            <translation>En deux phrases : qu’est-ce qui va mieux ensuite ?</translation>
        </message>
        <message>
            <source>Proof and cost</source>
            <translation>Preuves et coût</translation>
        </message>
        <message>
            <source>Say which language this translation is in.</source>
            <translation>Dites dans quelle langue est cette traduction.</translation>
        </message>
        <message>
            <source>Steps and dangers</source>
            <translation>Étapes et dangers</translation>
        </message>
        <message>
            <source>What did you count, weigh or see?</source>
            <translation>Qu’avez-vous compté, pesé ou vu ?</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>Ce que c’est</translation>
        </message>
        <message>
            <source>What was wrong before?</source>
            <translation>Qu’est-ce qui n’allait pas avant ?</translation>
        </message>
        <message>
            <source>Who and sharing</source>
            <translation>Personnes et partage</translation>
        </message>
    </context>
    <context>
        <name>PracticeReading</name>
        <message numerus="yes">
            <source>%n questions and answers</source>
            <translation>
                <numerusform>%n question ou réponse</numerusform>
                <numerusform>%n questions et réponses</numerusform>
            </translation>
        </message>
        <message>
            <source>(without a title)</source>
            <translation>(sans titre)</translation>
        </message>
        <message>
            <source>Begin a translation of this practice</source>
            <translation>Commencer une traduction de cette pratique</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Imprimer</translation>
        </message>
        <message>
            <source>Print this practice as a leaflet, or save it as a PDF (Ctrl+P)</source>
            <translation>Imprimer cette pratique en feuillet, ou l’enregistrer en PDF (Ctrl+P)</translation>
        </message>
        <message>
            <source>This practice is not open to all. Think of who may get it.</source>
            <translation>Cette pratique n’est pas ouverte à tous. Pensez à qui peut l’avoir.</translation>
        </message>
        <message>
            <source>Translate this</source>
            <translation>Traduire</translation>
        </message>
        <message>
            <source>We tried this</source>
            <translation>Nous avons essayé</translation>
        </message>
        <message>
            <source>nobody is shown</source>
            <translation>personne n’est montré</translation>
        </message>
        <message>
            <source>people in photos agreed</source>
            <translation>les personnes sur les photos ont accepté</translation>
        </message>
        <message>
            <source>people in photos were not asked yet</source>
            <translation>les personnes sur les photos n’ont pas encore été consultées</translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>Keeping your words and locking …</source>
            <translation>Vos mots sont gardés, verrouillage en cours…</translation>
        </message>
        <message>
            <source>Sample library</source>
            <translation>Exemples</translation>
        </message>
        <message>
            <source>Visitor</source>
            <translation>Visiteur</translation>
        </message>
    </context>
    <context>
        <name>ProgressBar</name>
        <message>
            <source>{0}: under way</source>
            <translation>{0} : en cours</translation>
        </message>
    </context>
    <context>
        <name>QFileDialog</name>
        <message>
            <source>&amp;Look in:</source>
            <translation>&amp;Chercher dans :</translation>
        </message>
        <message>
            <source>Files of &amp;type:</source>
            <translation>Fichiers de &amp;type :</translation>
        </message>
    </context>
    <context>
        <name>QFileSystemModel</name>
        <message>
            <source>&lt;b&gt;The name "%1" cannot be used.&lt;/b&gt;&lt;p&gt;Try using another name, with fewer characters or no punctuation marks.</source>
            <translation>&lt;b&gt;Le nom « %1 » ne peut pas être utilisé.&lt;/b&gt;&lt;p&gt;Essayez un autre nom, plus court ou sans signes de ponctuation.</translation>
        </message>
    </context>
    <context>
        <name>QPrintSettingsOutput</name>
        <message>
            <source>Color</source>
            <translation>Couleur</translation>
        </message>
        <message>
            <source>Double Sided Printing</source>
            <translation>Impression recto verso</translation>
        </message>
        <message>
            <source>Long side binding</source>
            <translation>Reliure sur le côté long</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Non</translation>
        </message>
        <message>
            <source>Page &amp;Set:</source>
            <translation>En&amp;semble de pages :</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>Short side binding</source>
            <translation>Reliure sur le côté court</translation>
        </message>
        <message>
            <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
            <translation>Indiquez des pages ou des plages de pages, séparées par des virgules. Une plage s’écrit avec deux nombres et un trait d’union. Par exemple : 3,5-7,9 imprime les pages 3, 5, 6, 7 et 9.</translation>
        </message>
    </context>
    <context>
        <name>Questions</name>
        <message>
            <source>Ask a question</source>
            <translation>Poser une question</translation>
        </message>
        <message>
            <source>Questions and answers</source>
            <translation>Questions et réponses</translation>
        </message>
    </context>
    <context>
        <name>QuietCard</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n jour</numerusform>
                <numerusform>%n jours</numerusform>
            </translation>
        </message>
        <message>
            <source>Call list</source>
            <translation>À appeler</translation>
        </message>
        <message>
            <source>Everybody was heard of in the last 60 days.</source>
            <translation>On a eu des nouvelles de tout le monde ces 60 derniers jours.</translation>
        </message>
        <message>
            <source>Gone quiet</source>
            <translation>Sans nouvelles</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>et %n autre</numerusform>
                <numerusform>et %n autres</numerusform>
            </translation>
        </message>
        <message>
            <source>last 12 weeks</source>
            <translation>12 dernières semaines</translation>
        </message>
    </context>
    <context>
        <name>Reader</name>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>Delve does not open this kind of address: {0}</source>
            <translation>Delve n’ouvre pas ce genre d’adresse : {0}</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Laisser</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>This leaves Delve for {0}: {1}</source>
            <translation>Ce lien sort de Delve vers {0} : {1}</translation>
        </message>
        <message>
            <source>This leaves Delve: {0}</source>
            <translation>Ce lien sort de Delve : {0}</translation>
        </message>
    </context>
    <context>
        <name>Reading</name>
        <message>
            <source>(without a title)</source>
            <translation>(sans titre)</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>Copy {0}</source>
            <translation>Copier {0}</translation>
        </message>
        <message>
            <source>Somebody put this into the bin while somebody else was writing in it, so it is back.</source>
            <translation>Quelqu’un a mis cette fiche à la corbeille pendant qu’une autre personne y écrivait ; elle est donc de retour.</translation>
        </message>
    </context>
    <context>
        <name>RecordList</name>
        <message numerus="yes">
            <source>%n picture(s) or file(s)</source>
            <translation>
                <numerusform>%n image ou fichier</numerusform>
                <numerusform>%n images ou fichiers</numerusform>
            </translation>
        </message>
        <message>
            <source>(without a title)</source>
            <translation>(sans titre)</translation>
        </message>
        <message>
            <source>in the bin</source>
            <translation>dans la corbeille</translation>
        </message>
        <message>
            <source>new</source>
            <translation>nouvelle</translation>
        </message>
        <message>
            <source>not yet sent</source>
            <translation>pas encore envoyée</translation>
        </message>
        <message>
            <source>two versions, needs a decision</source>
            <translation>deux versions, à décider</translation>
        </message>
        <message>
            <source>with a recording</source>
            <translation>avec un enregistrement sonore</translation>
        </message>
    </context>
    <context>
        <name>RecordPane</name>
        <message>
            <source>Writing …</source>
            <translation>Écriture…</translation>
        </message>
    </context>
    <context>
        <name>RecoverStep</name>
        <message>
            <source>Code of the recovery sheet</source>
            <translation>Code de la feuille de secours</translation>
        </message>
        <message>
            <source>Forgotten words</source>
            <translation>Mots oubliés</translation>
        </message>
        <message>
            <source>Open with the new words</source>
            <translation>Ouvrir avec les nouveaux mots</translation>
        </message>
        <message>
            <source>The recovery sheet of {0} opens the vault. Nothing is lost, and the sheet stays good.</source>
            <translation>La feuille de secours de {0} ouvre le coffre. Rien n’est perdu, et la feuille reste valable.</translation>
        </message>
        <message>
            <source>Type the code and the new words first</source>
            <translation>Tapez d’abord le code et les nouveaux mots</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCard</name>
        <message>
            <source>Delve recovery sheet</source>
            <translation>Feuille de secours Delve</translation>
        </message>
        <message>
            <source>Print it</source>
            <translation>L’imprimer</translation>
        </message>
        <message>
            <source>Print it if you can. A PDF on this laptop can be read by whoever opens the laptop: put it on a stick, print it elsewhere, and delete it here.</source>
            <translation>Imprimez-la si vous pouvez. Un PDF sur cet ordinateur peut être lu par qui ouvre l’ordinateur : mettez-le sur une clé USB, imprimez-le ailleurs et effacez-le ici.</translation>
        </message>
        <message>
            <source>Recovery code: {0}</source>
            <translation>Code de secours : {0}</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Enregistrer en PDF</translation>
        </message>
        <message>
            <source>Save the recovery sheet</source>
            <translation>Enregistrer la feuille de secours</translation>
        </message>
        <message>
            <source>Saved as {0}. Print it, and keep the paper apart from the laptop.</source>
            <translation>Feuille enregistrée sous {0}. Imprimez-la et gardez le papier loin de l’ordinateur.</translation>
        </message>
        <message>
            <source>The printer did not take the sheet. Try again, or save it as a PDF.</source>
            <translation>L’imprimante n’a pas pris la feuille. Réessayez, ou enregistrez-la en PDF.</translation>
        </message>
        <message>
            <source>The same code as a square</source>
            <translation>Le même code, en image carrée</translation>
        </message>
        <message>
            <source>The sheet was sent to the printer. Keep it apart from the laptop.</source>
            <translation>La feuille est partie à l’imprimante. Gardez-la loin de l’ordinateur.</translation>
        </message>
        <message>
            <source>This laptop knows no printer. Save the sheet as a PDF and print it elsewhere.</source>
            <translation>Cet ordinateur n’a aucune imprimante. Enregistrez la feuille en PDF et imprimez-la ailleurs.</translation>
        </message>
        <message>
            <source>Vault of: {0}</source>
            <translation>Coffre de : {0}</translation>
        </message>
    </context>
    <context>
        <name>RecoverySettings</name>
        <message>
            <source>A page on paper that opens your vault when the words are forgotten.</source>
            <translation>Une page sur papier qui ouvre votre coffre quand les mots sont oubliés.</translation>
        </message>
        <message>
            <source>Make a new sheet</source>
            <translation>Faire une nouvelle feuille</translation>
        </message>
        <message>
            <source>Making it …</source>
            <translation>En préparation…</translation>
        </message>
        <message>
            <source>Recovery sheet</source>
            <translation>Feuille de secours</translation>
        </message>
        <message>
            <source>You have none yet. Without it, forgotten words cannot be helped.</source>
            <translation>Vous n’en avez pas encore. Sans elle, on ne peut rien pour des mots oubliés.</translation>
        </message>
        <message>
            <source>You have one. A new one makes it void.</source>
            <translation>Vous en avez une. Une nouvelle l’annule.</translation>
        </message>
        <message>
            <source>Your words</source>
            <translation>Vos mots</translation>
        </message>
        <message>
            <source>Your words, for the recovery sheet</source>
            <translation>Vos mots, pour la feuille de secours</translation>
        </message>
    </context>
    <context>
        <name>RemarkCard</name>
        <message>
            <source>Answer</source>
            <translation>Répondre</translation>
        </message>
        <message>
            <source>Answer {0}: {1}</source>
            <translation>Répondre à {0} : {1}</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Réglée</translation>
        </message>
        <message>
            <source>It is answered</source>
            <translation>C’est réglé</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>Open as a record, to change it: {0}</source>
            <translation>Ouvrir comme fiche, pour la modifier : {0}</translation>
        </message>
        <message>
            <source>Read all of it</source>
            <translation>Tout lire</translation>
        </message>
        <message>
            <source>Read all that {0} says</source>
            <translation>Lire tout ce que dit {0}</translation>
        </message>
        <message numerus="yes">
            <source>Show %n earlier</source>
            <translation>
                <numerusform>Afficher %n message plus ancien</numerusform>
                <numerusform>Afficher %n messages plus anciens</numerusform>
            </translation>
        </message>
        <message>
            <source>This question is answered: {0}</source>
            <translation>Cette question est réglée : {0}</translation>
        </message>
        <message>
            <source>Waits for an answer</source>
            <translation>Attend une réponse</translation>
        </message>
        <message>
            <source>you</source>
            <translation>vous</translation>
        </message>
        <message>
            <source>{0} says</source>
            <translation>{0} dit</translation>
        </message>
        <message>
            <source>{0} · about: {1}</source>
            <translation>{0} · sur : {1}</translation>
        </message>
    </context>
    <context>
        <name>RequestsCard</name>
        <message>
            <source>Approve {0}</source>
            <translation>Admettre {0}</translation>
        </message>
        <message>
            <source>Call them: do they read the same six words?</source>
            <translation>Appelez : la personne lit-elle les mêmes six mots ?</translation>
        </message>
        <message>
            <source>If one word differs, approve nobody: make a new code, and let them ask again.</source>
            <translation>Si un seul mot diffère, n’admettez personne : créez un nouveau code et laissez refaire la demande.</translation>
        </message>
        <message>
            <source>Nobody is waiting. Sync now to look again.</source>
            <translation>Personne n’attend. Synchronisez pour regarder de nouveau.</translation>
        </message>
        <message>
            <source>The words are the same: approve</source>
            <translation>Les mots sont les mêmes : admettre</translation>
        </message>
        <message>
            <source>Who wants to join</source>
            <translation>Qui veut rejoindre l’espace</translation>
        </message>
    </context>
    <context>
        <name>RestoreStep</name>
        <message>
            <source>And the laptop that made it?</source>
            <translation>Et l’ordinateur qui l’a faite ?</translation>
        </message>
        <message>
            <source>Back from a backup</source>
            <translation>Restaurer une sauvegarde</translation>
        </message>
        <message>
            <source>Backups ({0})</source>
            <translation>Sauvegardes ({0})</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>Restaurer</translation>
        </message>
        <message>
            <source>Bringing it back</source>
            <translation>Restauration de la sauvegarde</translation>
        </message>
        <message>
            <source>Choose the backup</source>
            <translation>Choisir la sauvegarde</translation>
        </message>
        <message>
            <source>It is gone or lost</source>
            <translation>Il n’existe plus, ou il est perdu</translation>
        </message>
        <message>
            <source>It is still used</source>
            <translation>Il sert encore</translation>
        </message>
        <message>
            <source>The backup</source>
            <translation>La sauvegarde</translation>
        </message>
        <message>
            <source>The file, its words, and the old laptop must be known first</source>
            <translation>Il faut d’abord le fichier, ses mots et l’ancien ordinateur</translation>
        </message>
        <message>
            <source>The vault in the backup comes onto this laptop. The backup itself stays as it is.</source>
            <translation>Le coffre de la sauvegarde vient sur cet ordinateur. La sauvegarde elle-même reste telle quelle.</translation>
        </message>
        <message>
            <source>The words of that day</source>
            <translation>Les mots de ce jour-là</translation>
        </message>
        <message>
            <source>The words of the backup</source>
            <translation>Les mots de la sauvegarde</translation>
        </message>
    </context>
    <context>
        <name>RichEdit</name>
        <message>
            <source>How many</source>
            <translation>Combien</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Quoi</translation>
        </message>
    </context>
    <context>
        <name>RowDelegate</name>
        <message>
            <source>(without a title)</source>
            <translation>(sans titre)</translation>
        </message>
        <message>
            <source>two versions</source>
            <translation>deux versions</translation>
        </message>
    </context>
    <context>
        <name>RunCard</name>
        <message numerus="yes">
            <source>%n changes wait to go out</source>
            <translation>
                <numerusform>%n modification à envoyer</numerusform>
                <numerusform>%n modifications à envoyer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them need your decision</source>
            <translation>
                <numerusform>%n d’entre elles attend votre décision</numerusform>
                <numerusform>%n d’entre elles attendent votre décision</numerusform>
            </translation>
        </message>
        <message>
            <source>A sample, which is never sent</source>
            <translation>Un exemple, qui n’est jamais envoyé</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>If the link breaks or you stop, nothing is lost. It goes on from here next time.</source>
            <translation>Si la connexion se coupe ou si vous arrêtez, rien n’est perdu. La prochaine fois, cela reprend ici.</translation>
        </message>
        <message>
            <source>In a space of your own, this says what waits to go out, and what came in.</source>
            <translation>Dans un espace à vous, on voit ici ce qui attend d’être envoyé et ce qui est arrivé.</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Pas cette fois</translation>
        </message>
        <message>
            <source>Nothing waits to go out</source>
            <translation>Rien à envoyer</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Serveur</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Synchro</translation>
        </message>
        <message>
            <source>Syncing with the server</source>
            <translation>Synchronisation avec le serveur</translation>
        </message>
        <message>
            <source>This laptop</source>
            <translation>Cet ordinateur</translation>
        </message>
        <message>
            <source>Without a link everything stays safe on this laptop.</source>
            <translation>Sans connexion, tout reste en sécurité sur cet ordinateur.</translation>
        </message>
        <message>
            <source>{0} a second</source>
            <translation>{0} par seconde</translation>
        </message>
        <message>
            <source>{0} of {1} sent</source>
            <translation>{0} sur {1} envoyés</translation>
        </message>
        <message>
            <source>{0} sent, {1} received</source>
            <translation>{0} envoyés, {1} reçus</translation>
        </message>
    </context>
    <context>
        <name>RunLine</name>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
    </context>
    <context>
        <name>ScalarDispute</name>
        <message numerus="yes">
            <source>%n versions: {0}</source>
            <translation>
                <numerusform>%n version : {0}</numerusform>
                <numerusform>%n versions : {0}</numerusform>
            </translation>
        </message>
        <message>
            <source>Keep all</source>
            <translation>Tout garder</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Garder les deux</translation>
        </message>
        <message>
            <source>New value: {0}</source>
            <translation>Nouvelle valeur : {0}</translation>
        </message>
        <message>
            <source>Two versions: {0}</source>
            <translation>Deux versions : {0}</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Clear the search</source>
            <translation>Effacer la recherche</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filtrer</translation>
        </message>
        <message>
            <source>Show only some: by theme, country, language and more</source>
            <translation>N’en montrer que certaines : par thème, pays, langue et autres</translation>
        </message>
    </context>
    <context>
        <name>SecretField</name>
        <message>
            <source>Hide</source>
            <translation>Cacher</translation>
        </message>
        <message>
            <source>Hide the passphrase</source>
            <translation>Cacher la phrase secrète</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Montrer</translation>
        </message>
        <message>
            <source>Show the passphrase</source>
            <translation>Montrer la phrase secrète</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
    </context>
    <context>
        <name>SheetStep</name>
        <message>
            <source>If the words are ever forgotten, this page opens the vault. Nobody else can help you then, not even us. You can also make it later, in Settings.</source>
            <translation>Si un jour les mots sont oubliés, cette page ouvre le coffre. Personne d’autre ne pourra vous aider, pas même nous. Vous pouvez aussi la faire plus tard, dans les réglages.</translation>
        </message>
        <message>
            <source>Make my recovery sheet</source>
            <translation>Faire ma feuille de secours</translation>
        </message>
        <message>
            <source>Making it …</source>
            <translation>En préparation…</translation>
        </message>
        <message>
            <source>Start writing</source>
            <translation>Commencer à écrire</translation>
        </message>
        <message>
            <source>Your recovery sheet</source>
            <translation>Votre feuille de secours</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>Undone.</source>
            <translation>Annulé.</translation>
        </message>
    </context>
    <context>
        <name>SoundPlayer</name>
        <message>
            <source>Play</source>
            <translation>Écouter</translation>
        </message>
        <message>
            <source>Play {0}</source>
            <translation>Écouter {0}</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
    </context>
    <context>
        <name>SourceBar</name>
        <message>
            <source>(without a title)</source>
            <translation>(sans titre)</translation>
        </message>
        <message>
            <source>A report on a practice that has not arrived yet.</source>
            <translation>Un compte rendu sur une pratique qui n’est pas encore arrivée.</translation>
        </message>
        <message>
            <source>A translation of something that has not arrived yet.</source>
            <translation>Une traduction de quelque chose qui n’est pas encore arrivé.</translation>
        </message>
        <message>
            <source>See</source>
            <translation>Voir</translation>
        </message>
        <message>
            <source>See {0}</source>
            <translation>Voir {0}</translation>
        </message>
        <message>
            <source>The original has changed since (step {0}).</source>
            <translation>L’original a changé depuis (étape {0}).</translation>
        </message>
        <message>
            <source>The original has changed since ({0}).</source>
            <translation>L’original a changé depuis ({0}).</translation>
        </message>
        <message>
            <source>The original lies in the bin.</source>
            <translation>L’original est dans la corbeille.</translation>
        </message>
        <message>
            <source>Translated from {0}.</source>
            <translation>Traduction. Langue d’origine : {0}.</translation>
        </message>
        <message>
            <source>Translated from: {0}</source>
            <translation>Traduit de : {0}</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>Bringing it back …</source>
            <translation>Restauration en cours…</translation>
        </message>
        <message>
            <source>Making your vault …</source>
            <translation>Création de votre coffre…</translation>
        </message>
        <message>
            <source>Opening …</source>
            <translation>Ouverture…</translation>
        </message>
    </context>
    <context>
        <name>Step</name>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
    </context>
    <context>
        <name>SyncPill</name>
        <message>
            <source>Offline</source>
            <translation>Hors ligne</translation>
        </message>
        <message>
            <source>Sync: {0}</source>
            <translation>Synchronisation : {0}</translation>
        </message>
    </context>
    <context>
        <name>TextDispute</name>
        <message numerus="yes">
            <source>%n versions of this paragraph</source>
            <translation>
                <numerusform>%n version de ce paragraphe</numerusform>
                <numerusform>%n versions de ce paragraphe</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose again</source>
            <translation>Choisir de nouveau</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Garder les deux</translation>
        </message>
        <message>
            <source>New paragraph</source>
            <translation>Nouveau paragraphe</translation>
        </message>
        <message>
            <source>Two versions of this paragraph</source>
            <translation>Deux versions de ce paragraphe</translation>
        </message>
        <message>
            <source>came by the server</source>
            <translation>venu par le serveur</translation>
        </message>
        <message>
            <source>on this laptop</source>
            <translation>sur cet ordinateur</translation>
        </message>
        <message>
            <source>you</source>
            <translation>vous</translation>
        </message>
    </context>
    <context>
        <name>Together</name>
        <message>
            <source>(without a title)</source>
            <translation>(sans titre)</translation>
        </message>
        <message>
            <source>Belongs together with</source>
            <translation>Va avec</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>Pratique</translation>
        </message>
        <message>
            <source>Question or answer</source>
            <translation>Question ou réponse</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Lire</translation>
        </message>
        <message>
            <source>Read {0}</source>
            <translation>Lire {0}</translation>
        </message>
        <message>
            <source>Something that is still to come</source>
            <translation>Quelque chose qui doit encore arriver</translation>
        </message>
        <message>
            <source>Speaks of this</source>
            <translation>Ce qui en parle</translation>
        </message>
        <message>
            <source>They tried it</source>
            <translation>L’ont essayée</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>et %n autre</numerusform>
                <numerusform>et %n autres</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} · has not arrived yet</source>
            <translation>{0} · pas encore arrivé</translation>
        </message>
        <message>
            <source>{0} · in the bin</source>
            <translation>{0} · dans la corbeille</translation>
        </message>
    </context>
    <context>
        <name>Told</name>
        <message>
            <source>Delve was locked while these were being added. They are not in their record; add them again: {0}</source>
            <translation>Delve a été verrouillé pendant l’ajout de ces fichiers. Ils ne sont pas dans leur fiche ; ajoutez-les à nouveau : {0}</translation>
        </message>
    </context>
    <context>
        <name>ToolBar</name>
        <message>
            <source>Bold (Ctrl+B)</source>
            <translation>Gras (Ctrl+B)</translation>
        </message>
        <message>
            <source>Bullets (Ctrl+Shift+8)</source>
            <translation>Liste à puces (Ctrl+Maj+8)</translation>
        </message>
        <message>
            <source>Column after</source>
            <translation>Colonne après</translation>
        </message>
        <message>
            <source>Column before</source>
            <translation>Colonne avant</translation>
        </message>
        <message>
            <source>Fixed letters</source>
            <translation>Largeur fixe</translation>
        </message>
        <message>
            <source>Heading</source>
            <translation>Titre</translation>
        </message>
        <message>
            <source>Italic (Ctrl+I)</source>
            <translation>Italique (Ctrl+I)</translation>
        </message>
        <message>
            <source>Kind of paragraph</source>
            <translation>Type de paragraphe</translation>
        </message>
        <message>
            <source>Large heading</source>
            <translation>Grand titre</translation>
        </message>
        <message>
            <source>Link (Ctrl+Shift+K)</source>
            <translation>Lien (Ctrl+Maj+K)</translation>
        </message>
        <message>
            <source>Normal text</source>
            <translation>Texte normal</translation>
        </message>
        <message>
            <source>Numbers (Ctrl+Shift+7)</source>
            <translation>Liste numérotée (Ctrl+Maj+7)</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Image</translation>
        </message>
        <message>
            <source>Quotation</source>
            <translation>Citation</translation>
        </message>
        <message>
            <source>Redo (Ctrl+Y)</source>
            <translation>Refaire (Ctrl+Y)</translation>
        </message>
        <message>
            <source>Row above</source>
            <translation>Ligne au-dessus</translation>
        </message>
        <message>
            <source>Row below</source>
            <translation>Ligne en dessous</translation>
        </message>
        <message>
            <source>Small heading</source>
            <translation>Petit titre</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tableau</translation>
        </message>
        <message>
            <source>Take the column away</source>
            <translation>Enlever la colonne</translation>
        </message>
        <message>
            <source>Take the row away</source>
            <translation>Enlever la ligne</translation>
        </message>
        <message>
            <source>Text tools</source>
            <translation>Outils de texte</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Annuler (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Voice</source>
            <translation>Voix</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>A new space</source>
            <translation>Un nouvel espace</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Verrouiller</translation>
        </message>
        <message>
            <source>Space: {0}</source>
            <translation>Espace : {0}</translation>
        </message>
    </context>
    <context>
        <name>TravelCard</name>
        <message numerus="yes">
            <source>%n countries</source>
            <translation>
                <numerusform>%n pays</numerusform>
                <numerusform>%n pays</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sites</source>
            <translation>
                <numerusform>%n site</numerusform>
                <numerusform>%n sites</numerusform>
            </translation>
        </message>
        <message>
            <source>(without a title)</source>
            <translation>(sans titre)</translation>
        </message>
        <message>
            <source>How a practice travels</source>
            <translation>Comment une pratique voyage</translation>
        </message>
        <message>
            <source>Which practice</source>
            <translation>Quelle pratique</translation>
        </message>
        <message>
            <source>did not work</source>
            <translation>n’a pas marché</translation>
        </message>
        <message>
            <source>started here</source>
            <translation>née ici</translation>
        </message>
        <message>
            <source>tried, it works</source>
            <translation>essayée, elle marche</translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation>{0}, {1}</translation>
        </message>
    </context>
    <context>
        <name>TrialRow</name>
        <message>
            <source>Somebody</source>
            <translation>Quelqu’un</translation>
        </message>
    </context>
    <context>
        <name>TwoVersions</name>
        <message>
            <source>(left empty)</source>
            <translation>(laissé vide)</translation>
        </message>
        <message>
            <source>It was changed in several places before the laptops met. All are kept.</source>
            <translation>Cela a été modifié à plusieurs endroits avant que les ordinateurs se rencontrent. Toutes les versions sont gardées.</translation>
        </message>
        <message>
            <source>It was changed in two places before the laptops met. Both are kept until you choose.</source>
            <translation>Cela a été modifié à deux endroits avant que les ordinateurs se rencontrent. Les deux versions sont gardées jusqu’à votre choix.</translation>
        </message>
        <message>
            <source>Keep this</source>
            <translation>Garder celle-ci</translation>
        </message>
        <message>
            <source>Keep this: {0}, written by {1}</source>
            <translation>Garder celle-ci : {0}, écrit par {1}</translation>
        </message>
        <message>
            <source>Write another</source>
            <translation>Écrire autre chose</translation>
        </message>
        <message>
            <source>Written by {0}</source>
            <translation>Écrit par {0}</translation>
        </message>
        <message>
            <source>You can undo any choice.</source>
            <translation>Vous pouvez annuler chaque choix.</translation>
        </message>
    </context>
    <context>
        <name>UnlockCard</name>
        <message numerus="yes">
            <source>%n words so far</source>
            <translation>
                <numerusform>%n mot jusqu’ici</numerusform>
                <numerusform>%n mots jusqu’ici</numerusform>
            </translation>
        </message>
        <message>
            <source>1 word so far</source>
            <translation>1 mot jusqu’ici</translation>
        </message>
        <message>
            <source>A wrong word harms nothing. Try as often as you like.</source>
            <translation>Un mot faux ne fait aucun mal. Essayez autant que vous voulez.</translation>
        </message>
        <message>
            <source>Caps lock seems to be on.</source>
            <translation>Les majuscules semblent verrouillées.</translation>
        </message>
        <message>
            <source>Forgotten your words?</source>
            <translation>Mots oubliés ?</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>Opening …</source>
            <translation>Ouverture…</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Phrase secrète</translation>
        </message>
        <message>
            <source>Type your words to open.</source>
            <translation>Tapez vos mots pour ouvrir.</translation>
        </message>
        <message>
            <source>Welcome back</source>
            <translation>Bon retour</translation>
        </message>
        <message>
            <source>Welcome back, {0}</source>
            <translation>Bon retour, {0}</translation>
        </message>
    </context>
    <context>
        <name>VcardDrop</name>
        <message numerus="yes">
            <source>%n brought up to date</source>
            <translation>
                <numerusform>%n mis à jour</numerusform>
                <numerusform>%n mis à jour</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n contacts are in the bin now.</source>
            <translation>
                <numerusform>%n contact est maintenant dans la corbeille.</numerusform>
                <numerusform>%n contacts sont maintenant dans la corbeille.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n contacts came in</source>
            <translation>
                <numerusform>%n contact est arrivé</numerusform>
                <numerusform>%n contacts sont arrivés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n here already</source>
            <translation>
                <numerusform>%n déjà ici</numerusform>
                <numerusform>%n déjà ici</numerusform>
            </translation>
        </message>
        <message>
            <source>Address books ({0})</source>
            <translation>Carnets d’adresses ({0})</translation>
        </message>
        <message>
            <source>Bring in contacts from a file</source>
            <translation>Faire entrer les contacts d’un fichier</translation>
        </message>
        <message>
            <source>Join or start a space first; contacts belong to one.</source>
            <translation>Rejoignez ou créez d’abord un espace ; les contacts appartiennent à un espace.</translation>
        </message>
        <message>
            <source>There was no contact in it.</source>
            <translation>Il n’y avait aucun contact.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>{0}.</source>
            <translation>{0}.</translation>
        </message>
    </context>
    <context>
        <name>WaitingCard</name>
        <message numerus="yes">
            <source>%n changes, by you</source>
            <translation>
                <numerusform>%n modification de vous</numerusform>
                <numerusform>%n modifications de vous</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing. Everything written here has gone out.</source>
            <translation>Rien. Tout ce qui a été écrit ici est parti.</translation>
        </message>
        <message>
            <source>Passed on for {0}</source>
            <translation>De {0}, à transmettre</translation>
        </message>
        <message>
            <source>Waiting to go</source>
            <translation>À envoyer</translation>
        </message>
        <message>
            <source>Your changes, on their way</source>
            <translation>Vos modifications, en route</translation>
        </message>
    </context>
    <context>
        <name>WalkBand</name>
        <message>
            <source>Leave</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <source>You are looking around in made-up records. Nothing is kept, nothing is sent.</source>
            <translation>Vous regardez des fiches inventées. Rien n’est gardé, rien n’est envoyé.</translation>
        </message>
    </context>
    <context>
        <name>WalkStep</name>
        <message>
            <source>Bringing the samples in …</source>
            <translation>Mise en place des exemples…</translation>
        </message>
        <message>
            <source>Look around</source>
            <translation>Découvrir</translation>
        </message>
        <message>
            <source>Sample records</source>
            <translation>Fiches d’exemple</translation>
        </message>
        <message>
            <source>Walk through with made-up notes and practices. Nothing is kept, nothing is sent.</source>
            <translation>Parcourez des notes et des pratiques inventées. Rien n’est gardé, rien n’est envoyé.</translation>
        </message>
        <message>
            <source>{0} of {1} records</source>
            <translation>{0} sur {1} fiches</translation>
        </message>
    </context>
    <context>
        <name>WaysButton</name>
        <message>
            <source>What for</source>
            <translation>Usage</translation>
        </message>
        <message>
            <source>{0}, what for: {1}</source>
            <translation>{0}, usage : {1}</translation>
        </message>
    </context>
    <context>
        <name>WeekDots</name>
        <message numerus="yes">
            <source>heard of in %n of the last 12 weeks</source>
            <translation>
                <numerusform>des nouvelles dans %n des 12 dernières semaines</numerusform>
                <numerusform>des nouvelles dans %n des 12 dernières semaines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Writing</name>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Keep what I wrote</source>
            <translation>Garder ce que j’ai écrit</translation>
        </message>
    </context>
    <context>
        <name>_Doors</name>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>I have a backup</source>
            <translation>J’ai une sauvegarde</translation>
        </message>
        <message>
            <source>I have an invite</source>
            <translation>J’ai une invitation</translation>
        </message>
        <message>
            <source>I start a group</source>
            <translation>Je crée un groupe</translation>
        </message>
        <message>
            <source>I want to look first</source>
            <translation>Je veux d’abord regarder</translation>
        </message>
        <message>
            <source>Join with an invite</source>
            <translation>Rejoindre avec une invitation</translation>
        </message>
        <message>
            <source>Look around</source>
            <translation>Découvrir</translation>
        </message>
        <message>
            <source>No internet needed</source>
            <translation>Pas besoin d’internet</translation>
        </message>
        <message>
            <source>Start a new space</source>
            <translation>Créer un espace</translation>
        </message>
        <message>
            <source>Walk through with made-up notes and practices. Nothing is kept, nothing is sent.</source>
            <translation>Parcourez des notes et des pratiques inventées. Rien n’est gardé, rien n’est envoyé.</translation>
        </message>
        <message>
            <source>What works at one mine can help at the next. It all stays on this laptop until you send it.</source>
            <translation>Ce qui marche dans une mine peut servir dans une autre. Tout reste sur cet ordinateur jusqu’à ce que vous l’envoyiez.</translation>
        </message>
        <message>
            <source>Which door is yours?</source>
            <translation>Quelle porte est la vôtre ?</translation>
        </message>
        <message>
            <source>You coordinate an association or a region, and want to invite the others.</source>
            <translation>Vous coordonnez une association ou une région et voulez inviter les autres.</translation>
        </message>
        <message>
            <source>Your coordinator gave you a file, a code or a square picture.</source>
            <translation>Votre coordination vous a donné un fichier, un code ou une image carrée.</translation>
        </message>
        <message>
            <source>takes under two minutes</source>
            <translation>prend moins de deux minutes</translation>
        </message>
        <message>
            <source>you can come back to these doors later</source>
            <translation>vous pourrez revenir à ces portes plus tard</translation>
        </message>
    </context>
    <context>
        <name>_EntryDelegate</name>
        <message>
            <source>(without a title)</source>
            <translation>(sans titre)</translation>
        </message>
    </context>
    <context>
        <name>_Row</name>
        <message>
            <source>Country</source>
            <translation>Pays</translation>
        </message>
        <message>
            <source>District, region</source>
            <translation>District, région</translation>
        </message>
        <message>
            <source>House, floor</source>
            <translation>Maison, étage</translation>
        </message>
        <message>
            <source>P.O. box</source>
            <translation>Boîte postale</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Code postal</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>Enlever {0}</translation>
        </message>
        <message>
            <source>Street and number</source>
            <translation>Rue et numéro</translation>
        </message>
        <message>
            <source>Village or town</source>
            <translation>Village ou ville</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0} : {1}</translation>
        </message>
    </context>
    <context>
        <name>ages</name>
        <message numerus="yes">
            <source>%n days ago</source>
            <translation>
                <numerusform>il y a %n jour</numerusform>
                <numerusform>il y a %n jours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hours ago</source>
            <translation>
                <numerusform>il y a %n heure</numerusform>
                <numerusform>il y a %n heures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minutes ago</source>
            <translation>
                <numerusform>il y a %n minute</numerusform>
                <numerusform>il y a %n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>about {0}</source>
            <translation>vers {0}</translation>
        </message>
        <message>
            <source>now</source>
            <translation>maintenant</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>hier</translation>
        </message>
    </context>
    <context>
        <name>attachments</name>
        <message>
            <source>Delve cannot use the sound of this system: save the recording to hear it.</source>
            <translation>Delve ne peut pas utiliser le son de ce système : enregistrez le fichier pour l’écouter.</translation>
        </message>
        <message>
            <source>The part of Qt that plays sound is not installed.</source>
            <translation>La partie de Qt qui joue le son n’est pas installée.</translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation>{0}, {1}</translation>
        </message>
    </context>
    <context>
        <name>begun</name>
        <message>
            <source>A question or an answer that is not handed in</source>
            <translation>Une question ou une réponse pas encore publiée</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Kept on this laptop, {0}</source>
            <translation>Gardé sur cet ordinateur, {0}</translation>
        </message>
        <message>
            <source>You had begun something new</source>
            <translation>Vous aviez commencé quelque chose de nouveau</translation>
        </message>
        <message>
            <source>You had begun “{0}”</source>
            <translation>Vous aviez commencé « {0} »</translation>
        </message>
    </context>
    <context>
        <name>codes</name>
        <message>
            <source>A code has only letters and digits. Look at it again.</source>
            <translation>Un code n’a que des lettres et des chiffres. Regardez-le encore.</translation>
        </message>
        <message>
            <source>The code is not whole, or there is too much of it. Look at it again.</source>
            <translation>Le code n’est pas entier, ou il y en a trop. Regardez-le encore.</translation>
        </message>
        <message>
            <source>There is a typing mistake in group {0}. Look at it again.</source>
            <translation>Il y a une faute de frappe dans le groupe {0}. Regardez-le encore.</translation>
        </message>
        <message>
            <source>There is more than one typing mistake in the code. Look at it again.</source>
            <translation>Il y a plus d’une faute de frappe dans le code. Regardez-le encore.</translation>
        </message>
        <message>
            <source>This code cannot be used here. Ask for a new one.</source>
            <translation>Ce code ne peut pas servir ici. Demandez-en un nouveau.</translation>
        </message>
        <message>
            <source>This code is for something else. An invite begins with JOIN.</source>
            <translation>Ce code sert à autre chose. Une invitation commence par JOIN.</translation>
        </message>
        <message>
            <source>Type the code, or choose the file or picture you were given.</source>
            <translation>Tapez le code, ou choisissez le fichier ou l’image qu’on vous a donnés.</translation>
        </message>
    </context>
    <context>
        <name>commands</name>
        <message>
            <source>A new space</source>
            <translation>Un nouvel espace</translation>
        </message>
        <message>
            <source>Bring in contacts from a file</source>
            <translation>Faire entrer les contacts d’un fichier</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>Go to {0}</source>
            <translation>Aller à {0}</translation>
        </message>
        <message>
            <source>Help for this page</source>
            <translation>Aide pour cette page</translation>
        </message>
        <message>
            <source>Language: {0}</source>
            <translation>Langue : {0}</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Light or dark as the system</source>
            <translation>Clair ou sombre comme le système</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Verrouiller</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>Nouveau contact</translation>
        </message>
        <message>
            <source>New note</source>
            <translation>Nouvelle note</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Synchroniser maintenant</translation>
        </message>
        <message>
            <source>Work in {0}</source>
            <translation>Travailler dans {0}</translation>
        </message>
        <message>
            <source>help</source>
            <translation>aide</translation>
        </message>
        <message>
            <source>import address book vCard</source>
            <translation>importer carnet d’adresses vCard</translation>
        </message>
        <message>
            <source>send receive exchange</source>
            <translation>envoyer recevoir échanger</translation>
        </message>
        <message>
            <source>theme colours</source>
            <translation>thème couleurs</translation>
        </message>
    </context>
    <context>
        <name>editors</name>
        <message>
            <source>First letters, then Enter</source>
            <translation>Premières lettres, puis Entrée</translation>
        </message>
        <message>
            <source>First letters, then choose</source>
            <translation>Premières lettres, puis choisir</translation>
        </message>
        <message>
            <source>Something else: type it and press Enter</source>
            <translation>Autre chose : tapez puis Entrée</translation>
        </message>
        <message>
            <source>Type and press Enter</source>
            <translation>Tapez puis Entrée</translation>
        </message>
        <message>
            <source>{0}, or only {1}</source>
            <translation>{0}, ou seulement {1}</translation>
        </message>
    </context>
    <context>
        <name>exchange</name>
        <message numerus="yes">
            <source>%n changes came in</source>
            <translation>
                <numerusform>%n modification reçue</numerusform>
                <numerusform>%n modifications reçues</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changes came in.</source>
            <translation>
                <numerusform>%n modification reçue.</numerusform>
                <numerusform>%n modifications reçues.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changes went out.</source>
            <translation>
                <numerusform>%n modification envoyée.</numerusform>
                <numerusform>%n modifications envoyées.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures and files came in.</source>
            <translation>
                <numerusform>%n image ou fichier reçu.</numerusform>
                <numerusform>%n images et fichiers reçus.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures and files wait for the next sync; the text is through.</source>
            <translation>
                <numerusform>%n image ou fichier attend la prochaine synchronisation ; le texte est passé.</numerusform>
                <numerusform>%n images et fichiers attendent la prochaine synchronisation ; le texte est passé.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures and files went out.</source>
            <translation>
                <numerusform>%n image ou fichier envoyé.</numerusform>
                <numerusform>%n images et fichiers envoyés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pieces wait for something that has not come yet. They are kept.</source>
            <translation>
                <numerusform>%n morceau attend quelque chose qui n’est pas encore arrivé. Il est gardé.</numerusform>
                <numerusform>%n morceaux attendent quelque chose qui n’est pas encore arrivé. Ils sont gardés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n records came in or changed.</source>
            <translation>
                <numerusform>%n fiche est arrivée ou a changé.</numerusform>
                <numerusform>%n fiches sont arrivées ou ont changé.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing new on either side.</source>
            <translation>Rien de nouveau d’aucun côté.</translation>
        </message>
        <message>
            <source>The data for this sync was used up. The rest goes next time.</source>
            <translation>Les données prévues sont épuisées. Le reste part la prochaine fois.</translation>
        </message>
        <message>
            <source>The server did not take them this time. Delve tries again by itself.</source>
            <translation>Le serveur ne les a pas pris cette fois. Delve réessaie de lui-même.</translation>
        </message>
        <message>
            <source>The server has no room for more of them. Whoever runs it can make some.</source>
            <translation>Le serveur n’a plus de place pour d’autres. La personne qui s’en occupe peut en faire.</translation>
        </message>
        <message>
            <source>This laptop and the server hold the same.</source>
            <translation>Cet ordinateur et le serveur ont le même contenu.</translation>
        </message>
        <message>
            <source>This laptop has no room for more of them. Make some, then sync again.</source>
            <translation>Cet ordinateur n’a plus de place pour d’autres. Faites-en, puis synchronisez de nouveau.</translation>
        </message>
        <message>
            <source>Your coordinator has not let you in yet. What you write waits here, safe.</source>
            <translation>Votre coordination n’a pas encore accepté votre demande. Ce que vous écrivez attend ici, en sécurité.</translation>
        </message>
        <message numerus="yes">
            <source>about %n minutes left</source>
            <translation>
                <numerusform>encore %n minute environ</numerusform>
                <numerusform>encore %n minutes environ</numerusform>
            </translation>
        </message>
        <message>
            <source>less than a minute left</source>
            <translation>encore moins d’une minute</translation>
        </message>
        <message>
            <source>{0} MB</source>
            <translation>{0} Mo</translation>
        </message>
        <message>
            <source>{0} bytes</source>
            <translation>{0} octets</translation>
        </message>
        <message>
            <source>{0} kB</source>
            <translation>{0} ko</translation>
        </message>
        <message>
            <source>{0} of {1} pictures and files</source>
            <translation>{0} sur {1} images et fichiers</translation>
        </message>
    </context>
    <context>
        <name>faults</name>
        <message>
            <source>An address needs one line at least.</source>
            <translation>Une adresse a besoin d’au moins une ligne.</translation>
        </message>
        <message>
            <source>This is too long for one field. Put a part of it somewhere else; nothing is lost.</source>
            <translation>C’est trop long pour un champ. Mettez-en une partie ailleurs ; rien n’est perdu.</translation>
        </message>
        <message>
            <source>Write an amount as 60 or 12.50, and choose its currency.</source>
            <translation>Écrivez un montant comme 60 ou 12,50, et choisissez la monnaie.</translation>
        </message>
        <message>
            <source>Write degrees north and east with one decimal, as -2.9, 32.2</source>
            <translation>Écrivez les degrés nord et est avec une décimale, comme -2.9, 32.2</translation>
        </message>
        <message>
            <source>“{0}” is no country in the list. Type the first letters and choose.</source>
            <translation>« {0} » n’est pas un pays de la liste. Tapez les premières lettres et choisissez.</translation>
        </message>
        <message>
            <source>“{0}” is no date. Write a day, a month or a year.</source>
            <translation>« {0} » n’est pas une date. Écrivez un jour, un mois ou une année.</translation>
        </message>
        <message>
            <source>“{0}” is no e-mail address. It has an @ in the middle.</source>
            <translation>« {0} » n’est pas une adresse e-mail. Il y a un @ au milieu.</translation>
        </message>
        <message>
            <source>“{0}” is no language in the list. Type the first letters and choose.</source>
            <translation>« {0} » n’est pas une langue de la liste. Tapez les premières lettres et choisissez.</translation>
        </message>
        <message>
            <source>“{0}” is no phone number. Write digits, with + and the number of the country first.</source>
            <translation>« {0} » n’est pas un numéro de téléphone. Écrivez des chiffres, avec + et l’indicatif du pays d’abord.</translation>
        </message>
        <message>
            <source>“{0}” is no web address. It begins with https://</source>
            <translation>« {0} » n’est pas une adresse web. Elle commence par https://</translation>
        </message>
        <message>
            <source>“{0}” is not in the list. Type the first letters and choose.</source>
            <translation>« {0} » n’est pas dans la liste. Tapez les premières lettres et choisissez.</translation>
        </message>
    </context>
    <context>
        <name>filters</name>
        <message>
            <source>Country</source>
            <translation>Pays</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filtrer</translation>
        </message>
        <message>
            <source>Has a phone</source>
            <translation>A un téléphone</translation>
        </message>
        <message>
            <source>Has photo</source>
            <translation>A une photo</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Les miennes</translation>
        </message>
        <message>
            <source>Mineral</source>
            <translation>Minéral</translation>
        </message>
        <message>
            <source>Needs answer</source>
            <translation>Attend une réponse</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nouveautés</translation>
        </message>
        <message>
            <source>Not yet sent</source>
            <translation>Pas encore envoyées</translation>
        </message>
        <message>
            <source>Other words</source>
            <translation>Autres mots</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>Cette année</translation>
        </message>
        <message>
            <source>Tried</source>
            <translation>Essayées</translation>
        </message>
    </context>
    <context>
        <name>frames</name>
        <message>
            <source>Page, arrow keys scroll it</source>
            <translation>Page, les flèches la font défiler</translation>
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
        <message>
            <source>Map of where this practice was tried</source>
            <translation>Carte des lieux où cette pratique a été essayée</translation>
        </message>
        <message>
            <source>{0}: started here, tried at {1}</source>
            <translation>{0} : née ici, essayée sur {1}</translation>
        </message>
        <message>
            <source>{0}: tried at {1}, it did not work</source>
            <translation>{0} : essayée sur {1}, n’a pas marché</translation>
        </message>
        <message>
            <source>{0}: tried at {1}, it works</source>
            <translation>{0} : essayée sur {1}, marche</translation>
        </message>
    </context>
    <context>
        <name>leaflet</name>
        <message>
            <source>(without a title)</source>
            <translation>(sans titre)</translation>
        </message>
        <message>
            <source>**Never:** {0}</source>
            <translation>**Jamais :** {0}</translation>
        </message>
        <message>
            <source>Danger – read this first</source>
            <translation>Danger – à lire d’abord</translation>
        </message>
        <message>
            <source>Printed from Delve</source>
            <translation>Imprimé depuis Delve</translation>
        </message>
        <message>
            <source>What it costs</source>
            <translation>Ce que cela coûte</translation>
        </message>
        <message>
            <source>Whom to ask</source>
            <translation>À qui demander</translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation>{0}, {1}</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0} : {1}</translation>
        </message>
    </context>
    <context>
        <name>log</name>
        <message numerus="yes">
            <source>%n in</source>
            <translation>
                <numerusform>%n reçue</numerusform>
                <numerusform>%n reçues</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n out</source>
            <translation>
                <numerusform>%n envoyée</numerusform>
                <numerusform>%n envoyées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) or file(s) with the server</source>
            <translation>
                <numerusform>Avec le serveur : %n image ou fichier</numerusform>
                <numerusform>Avec le serveur : %n images ou fichiers</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing new on either side</source>
            <translation>Rien de nouveau d’aucun côté</translation>
        </message>
        <message>
            <source>Server not reached. What you wrote stayed here, safe.</source>
            <translation>Serveur injoignable. Ce que vous avez écrit est resté ici, en sécurité.</translation>
        </message>
        <message>
            <source>Stopped before anything moved</source>
            <translation>Arrêté avant que rien ne bouge</translation>
        </message>
        <message>
            <source>The server did not accept it. What you wrote stayed here, safe.</source>
            <translation>Le serveur ne l’a pas accepté. Ce que vous avez écrit est resté ici, en sécurité.</translation>
        </message>
        <message>
            <source>{0}, {1} with the server</source>
            <translation>Avec le serveur : {0}, {1}</translation>
        </message>
        <message>
            <source>{0}, {1}, then it was cut off. It goes on from there.</source>
            <translation>{0}, {1}, puis la connexion s’est coupée. Cela reprendra là.</translation>
        </message>
    </context>
    <context>
        <name>money</name>
        <message>
            <source>Amount</source>
            <translation>Montant</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>Date du prix</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>Monnaie</translation>
        </message>
        <message>
            <source>Per month, per gram …</source>
            <translation>Par mois, par gramme…</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0} : {1}</translation>
        </message>
    </context>
    <context>
        <name>notes</name>
        <message>
            <source>Not said</source>
            <translation>Non précisé</translation>
        </message>
    </context>
    <context>
        <name>passphrase</name>
        <message>
            <source>Letters in a row of the keyboard are easy to guess.</source>
            <translation>Des lettres qui se suivent sur le clavier sont faciles à deviner.</translation>
        </message>
        <message>
            <source>The same letters over and over are easy to guess.</source>
            <translation>Les mêmes lettres répétées sont faciles à deviner.</translation>
        </message>
        <message>
            <source>This is a well-known phrase. Others would try it first.</source>
            <translation>C’est une phrase connue. On l’essaierait en premier.</translation>
        </message>
        <message>
            <source>This is easy to guess. Try other words.</source>
            <translation>C’est facile à deviner. Essayez d’autres mots.</translation>
        </message>
        <message>
            <source>This is mostly your own name. Others would try it first.</source>
            <translation>C’est surtout votre nom. On l’essaierait en premier.</translation>
        </message>
        <message>
            <source>Too short yet: six words, or at least 15 letters.</source>
            <translation>Encore trop court : six mots, ou au moins 15 lettres.</translation>
        </message>
        <message>
            <source>Type six words, or let Delve suggest them.</source>
            <translation>Tapez six mots, ou laissez Delve les proposer.</translation>
        </message>
    </context>
    <context>
        <name>pasted</name>
        <message>
            <source>All words came in, some links, bold words or lists as plain words only. Copy smaller parts to keep them.</source>
            <translation>Tous les mots sont là, mais certains liens, mots en gras ou listes sont devenus de simples mots. Copiez des parties plus petites pour les garder.</translation>
        </message>
        <message>
            <source>What you pasted is longer than fits in here: its end is missing. Copy it in smaller parts to have all of it.</source>
            <translation>Ce que vous avez collé est trop long : la fin manque. Copiez-le en parties plus petites pour tout avoir.</translation>
        </message>
    </context>
    <context>
        <name>practices</name>
        <message>
            <source>About {0}</source>
            <translation>Environ {0}</translation>
        </message>
        <message>
            <source>Cost to start</source>
            <translation>Coût de mise en place</translation>
        </message>
        <message numerus="yes">
            <source>In %n countries</source>
            <translation>
                <numerusform>Dans %n pays</numerusform>
                <numerusform>Dans %n pays</numerusform>
            </translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Stade</translation>
        </message>
        <message>
            <source>Who for</source>
            <translation>Pour qui</translation>
        </message>
    </context>
    <context>
        <name>results</name>
        <message>
            <source>{0} did not</source>
            <translation>{0} sans succès</translation>
        </message>
        <message>
            <source>{0} it works</source>
            <translation>{0} avec succès</translation>
        </message>
        <message>
            <source>{0} not said</source>
            <translation>{0} non précisé</translation>
        </message>
        <message>
            <source>{0} too early</source>
            <translation>{0} trop tôt</translation>
        </message>
        <message>
            <source>{0} with changes</source>
            <translation>{0} avec des changements</translation>
        </message>
    </context>
    <context>
        <name>sections</name>
        <message>
            <source>Bin</source>
            <translation>Corbeille</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>Commentaires</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Contacts</translation>
        </message>
        <message>
            <source>Find anything</source>
            <translation>Chercher partout</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Résultats</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Accueil</translation>
        </message>
        <message>
            <source>Merge desk</source>
            <translation>Décisions</translation>
        </message>
        <message>
            <source>Name or number</source>
            <translation>Nom ou numéro</translation>
        </message>
        <message>
            <source>No contacts yet. Begin with New.</source>
            <translation>Pas encore de contacts. Commencez par Nouveau.</translation>
        </message>
        <message>
            <source>No notes yet. Begin with New.</source>
            <translation>Pas encore de notes. Commencez par Nouveau.</translation>
        </message>
        <message>
            <source>No practices yet. They come with an exchange, or begin with New.</source>
            <translation>Pas encore de pratiques. Elles viennent avec un échange, ou commencez par Nouveau.</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Nothing to decide. When two people change the same thing, both versions appear here.</source>
            <translation>Rien à décider. Quand deux personnes modifient la même chose, les deux versions apparaissent ici.</translation>
        </message>
        <message>
            <source>Others</source>
            <translation>Autres</translation>
        </message>
        <message>
            <source>Practices</source>
            <translation>Pratiques</translation>
        </message>
        <message>
            <source>Search notes</source>
            <translation>Chercher dans les notes</translation>
        </message>
        <message>
            <source>Search practices</source>
            <translation>Chercher une pratique</translation>
        </message>
        <message>
            <source>Search the bin</source>
            <translation>Chercher dans la corbeille</translation>
        </message>
        <message>
            <source>Search what needs a decision</source>
            <translation>Chercher une décision</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Synchro</translation>
        </message>
        <message>
            <source>The bin is empty. What you put here can always be taken back.</source>
            <translation>La corbeille est vide. Ce que vous y mettez peut toujours en ressortir.</translation>
        </message>
        <message>
            <source>To decide</source>
            <translation>À décider</translation>
        </message>
        <message>
            <source>Tried</source>
            <translation>Essais</translation>
        </message>
        <message>
            <source>Type a word, a name or a number.</source>
            <translation>Tapez un mot, un nom ou un numéro.</translation>
        </message>
    </context>
    <context>
        <name>sentences</name>
        <message>
            <source>A file of this vault is damaged. Delve changed nothing. Use a copy, or ask your coordinator.</source>
            <translation>Un fichier de ce coffre est abîmé. Delve n’a rien changé. Utilisez une copie, ou demandez à votre coordination.</translation>
        </message>
        <message>
            <source>A newer Delve wrote this. It is untouched; update Delve on this laptop to open it.</source>
            <translation>Un Delve plus récent a écrit ceci. Rien n’y est touché ; mettez Delve à jour sur cet ordinateur pour l’ouvrir.</translation>
        </message>
        <message>
            <source>Delve is already open for this person. Use the other window.</source>
            <translation>Delve est déjà ouvert pour cette personne. Utilisez l’autre fenêtre.</translation>
        </message>
        <message>
            <source>It is no longer there. Nothing else was changed.</source>
            <translation>Cela n’y est plus. Rien d’autre n’a changé.</translation>
        </message>
        <message>
            <source>Something went wrong in Delve itself. What was saved is safe. You can go on.</source>
            <translation>Un problème est survenu dans Delve même. Ce qui était enregistré est en sécurité. Vous pouvez continuer.</translation>
        </message>
        <message>
            <source>Stopped. What had arrived is kept, and it goes on from here next time.</source>
            <translation>Arrêté. Ce qui était arrivé est gardé, et la prochaine fois cela reprend ici.</translation>
        </message>
        <message>
            <source>The disk had trouble just now. What was saved before is safe. Make a copy, then try again.</source>
            <translation>Le disque vient d’avoir un problème. Ce qui était enregistré avant est en sécurité. Faites une copie, puis réessayez.</translation>
        </message>
        <message>
            <source>The disk is full. What was saved before is safe. Make room and try again.</source>
            <translation>Le disque est plein. Ce qui était enregistré avant est en sécurité. Faites de la place et réessayez.</translation>
        </message>
        <message>
            <source>The server did not accept this. Everything stays safe on this laptop.</source>
            <translation>Le serveur n’a pas accepté cela. Tout reste en sécurité sur cet ordinateur.</translation>
        </message>
        <message>
            <source>The server was not reached. Everything stays safe on this laptop and goes out next time.</source>
            <translation>Le serveur est injoignable. Tout reste en sécurité sur cet ordinateur et partira la prochaine fois.</translation>
        </message>
        <message>
            <source>The vault was locked meanwhile. What was saved is safe; open it again.</source>
            <translation>Le coffre a été verrouillé entre-temps. Ce qui était enregistré est en sécurité ; rouvrez-le.</translation>
        </message>
        <message>
            <source>These words do not open this vault. Nothing is harmed: try again.</source>
            <translation>Ces mots n’ouvrent pas ce coffre. Rien n’est abîmé : réessayez.</translation>
        </message>
        <message>
            <source>This folder cannot be written to. Nothing was changed; move the vault or free its folder.</source>
            <translation>On ne peut pas écrire dans ce dossier. Rien n’a changé ; déplacez le coffre ou permettez d’écrire dans ce dossier.</translation>
        </message>
        <message>
            <source>Your role in this space does not allow that. Nothing was changed; ask a coordinator.</source>
            <translation>Votre rôle dans cet espace ne le permet pas. Rien n’a changé ; demandez à la coordination.</translation>
        </message>
    </context>
    <context>
        <name>sheet</name>
        <message>
            <source>1. Choose on the start page that the passphrase is forgotten.</source>
            <translation>1. Sur la première page, choisissez « Mots oubliés ? ».</translation>
        </message>
        <message>
            <source>2. Type the code, or photograph the square. Capitals, blanks and hyphens do not matter; there is no letter I, L, O or U in it.</source>
            <translation>2. Tapez le code, ou photographiez le carré. Majuscules, espaces et tirets ne comptent pas ; il n’y a ni I, ni L, ni O, ni U.</translation>
        </message>
        <message>
            <source>3. Choose a new passphrase. This sheet stays good.</source>
            <translation>3. Choisissez une nouvelle phrase secrète. Cette feuille reste valable.</translation>
        </message>
        <message>
            <source>Delve - recovery sheet</source>
            <translation>Delve - feuille de secours</translation>
        </message>
        <message>
            <source>If somebody else may have seen this sheet, make a new one in the settings: this one is void then.</source>
            <translation>Si quelqu’un d’autre a pu voir cette feuille, faites-en une nouvelle dans les réglages : celle-ci ne vaudra plus rien.</translation>
        </message>
        <message>
            <source>Keep it where you keep what must not be lost, and not with the laptop.</source>
            <translation>Gardez-la avec ce qui ne doit pas se perdre, et pas avec l’ordinateur.</translation>
        </message>
        <message>
            <source>Made on: {0} (by the clock of the laptop)</source>
            <translation>Faite le : {0} (selon l’horloge de l’ordinateur)</translation>
        </message>
        <message>
            <source>Recovery sheet</source>
            <translation>Feuille de secours</translation>
        </message>
        <message>
            <source>Vault of: {0}</source>
            <translation>Coffre de : {0}</translation>
        </message>
        <message>
            <source>When the passphrase is forgotten:</source>
            <translation>Quand la phrase secrète est oubliée :</translation>
        </message>
        <message>
            <source>Who has this sheet and the laptop, or a copy of the vault, can read everything in it.</source>
            <translation>Qui a cette feuille et l’ordinateur, ou une copie du coffre, peut tout y lire.</translation>
        </message>
    </context>
    <context>
        <name>shell</name>
        <message>
            <source>Contact</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>Pratique</translation>
        </message>
        <message>
            <source>Question or answer</source>
            <translation>Question ou réponse</translation>
        </message>
        <message>
            <source>We tried this</source>
            <translation>Nous avons essayé</translation>
        </message>
    </context>
    <context>
        <name>starting</name>
        <message>
            <source>Delve is open already, and its window does not answer. What was saved is safe. Wait a moment, then start Delve again. If it still does not answer, restart the laptop.</source>
            <translation>Delve est déjà ouvert et sa fenêtre ne répond pas. Ce qui a été enregistré est en sécurité. Attendez un moment, puis relancez Delve. S’il ne répond toujours pas, redémarrez l’ordinateur.</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message>
            <source>came by the server</source>
            <translation>venu par le serveur</translation>
        </message>
        <message>
            <source>no</source>
            <translation>non</translation>
        </message>
        <message>
            <source>on this laptop</source>
            <translation>sur cet ordinateur</translation>
        </message>
        <message>
            <source>somebody</source>
            <translation>quelqu’un</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>oui</translation>
        </message>
        <message>
            <source>you</source>
            <translation>vous</translation>
        </message>
        <message>
            <source>{0} ({1})</source>
            <translation>{0} ({1})</translation>
        </message>
        <message>
            <source>{0} per {1}</source>
            <translation>{0} par {1}</translation>
        </message>
    </context>
</TS>
