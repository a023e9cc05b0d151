<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>AboutCard</name>
        <message>
            <source>About Delve</source>
            <translation>Acerca de Delve</translation>
        </message>
        <message>
            <source>Licences of all parts</source>
            <translation>Licencias de todas las partes</translation>
        </message>
        <message>
            <source>Qt {0} is used under the LGPL 3, the fonts Noto Sans and Noto Serif under the Open Font License. It also stands on the work of others:</source>
            <translation>Qt {0} se usa bajo la LGPL 3, las letras Noto Sans y Noto Serif bajo la Open Font License. Delve se apoya también en el trabajo de otros:</translation>
        </message>
        <message>
            <source>Version {0}. Free software under the Apache License 2.0.</source>
            <translation>Versión {0}. Software libre bajo la licencia Apache 2.0.</translation>
        </message>
    </context>
    <context>
        <name>AboutRow</name>
        <message>
            <source>Add</source>
            <translation>Agregar</translation>
        </message>
        <message>
            <source>Add a place or a theme</source>
            <translation>Agregar un lugar o un tema</translation>
        </message>
        <message>
            <source>Another theme …</source>
            <translation>Otro tema…</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lugar</translation>
        </message>
        <message>
            <source>Place …</source>
            <translation>Lugar…</translation>
        </message>
        <message>
            <source>Place: {0}. Change it</source>
            <translation>Lugar: {0}. Cambiar</translation>
        </message>
        <message>
            <source>Take {0} off</source>
            <translation>Quitar {0}</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>Village, mine, district</source>
            <translation>Pueblo, mina, distrito</translation>
        </message>
    </context>
    <context>
        <name>AboutStep</name>
        <message>
            <source>Country</source>
            <translation>País</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Kambi ya Mawe</source>
            <translation>Quebrada Honda</translation>
        </message>
        <message>
            <source>Name of the space, as the others will see it</source>
            <translation>Nombre del espacio, como lo verán los demás</translation>
        </message>
        <message>
            <source>The others see this beside what you write. You can change it later in Contacts.</source>
            <translation>Los demás lo ven junto a lo que usted escribe. Puede cambiarlo después en Contactos.</translation>
        </message>
        <message>
            <source>This country is not in the list. Choose one from it, or leave it empty.</source>
            <translation>Este país no está en la lista. Elija uno de ella o déjelo vacío.</translation>
        </message>
        <message>
            <source>Type the association or the space</source>
            <translation>Escriba la asociación o el espacio</translation>
        </message>
        <message>
            <source>Type the first letters</source>
            <translation>Escriba las primeras letras</translation>
        </message>
        <message>
            <source>Type your name first</source>
            <translation>Escriba primero su nombre</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>¿Quién es usted?</translation>
        </message>
        <message>
            <source>Your association</source>
            <translation>Su asociación</translation>
        </message>
        <message>
            <source>Your name, as the others know you</source>
            <translation>Su nombre, como le conocen los demás</translation>
        </message>
        <message>
            <source>Zawadi M.</source>
            <translation>Rosa Q.</translation>
        </message>
        <message>
            <source>as your association</source>
            <translation>como su asociación</translation>
        </message>
    </context>
    <context>
        <name>AdoptionForm</name>
        <message>
            <source>Counted, weighed, seen by somebody else?</source>
            <translation>¿Contado, pesado, visto por otra persona?</translation>
        </message>
        <message>
            <source>How did it go? What would you tell a neighbour?</source>
            <translation>¿Cómo les fue? ¿Qué le diría a un vecino?</translation>
        </message>
        <message>
            <source>Say what came of it: it is what the others look for first.</source>
            <translation>Diga qué resultó: es lo primero que buscan los demás.</translation>
        </message>
        <message>
            <source>Which part did you do in another way, and why?</source>
            <translation>¿Qué parte hicieron de otra manera, y por qué?</translation>
        </message>
    </context>
    <context>
        <name>AdoptionReading</name>
        <message>
            <source>Somebody</source>
            <translation>Alguien</translation>
        </message>
    </context>
    <context>
        <name>ArrivalStep</name>
        <message>
            <source>Asking to join</source>
            <translation>Solicitud para unirse</translation>
        </message>
        <message>
            <source>Asking …</source>
            <translation>Enviando la solicitud…</translation>
        </message>
        <message>
            <source>First there must be a space</source>
            <translation>Primero hace falta un espacio</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Después</translation>
        </message>
        <message>
            <source>Making your space</source>
            <translation>Creando su espacio</translation>
        </message>
        <message>
            <source>Making your space …</source>
            <translation>Creando su espacio…</translation>
        </message>
        <message>
            <source>Six words to compare</source>
            <translation>Seis palabras para comparar</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Probar de nuevo</translation>
        </message>
        <message>
            <source>You asked to join {0}. Call your coordinator: both of you must read the same six words. Write already; you are in when your coordinator approves.</source>
            <translation>Usted pidió unirse a {0}. Llame a su coordinación: ambos deben leer las mismas seis palabras. Ya puede escribir; estará dentro cuando aprueben su solicitud.</translation>
        </message>
        <message>
            <source>Your vault is made. What you write is safe on this laptop from now on.</source>
            <translation>Su caja fuerte está lista. Lo que escriba está a salvo en esta computadora desde ahora.</translation>
        </message>
    </context>
    <context>
        <name>AttachmentEdit</name>
        <message>
            <source>Add pictures or files</source>
            <translation>Agregar imágenes o archivos</translation>
        </message>
        <message>
            <source>Adding</source>
            <translation>Agregando</translation>
        </message>
        <message numerus="yes">
            <source>At most %n file(s) are added at once.</source>
            <translation>
                <numerusform>Como máximo %n archivo a la vez.</numerusform>
                <numerusform>Como máximo %n archivos a la vez.</numerusform>
            </translation>
        </message>
        <message>
            <source>File {0} of {1}. {2}</source>
            <translation>Archivo {0} de {1}. {2}</translation>
        </message>
        <message>
            <source>Keep the original picture too</source>
            <translation>Conservar también la imagen original</translation>
        </message>
        <message>
            <source>Leave in where it was taken</source>
            <translation>Dejar el lugar donde se tomó</translation>
        </message>
        <message>
            <source>No microphone can be used here.</source>
            <translation>Aquí no se puede usar ningún micrófono.</translation>
        </message>
        <message>
            <source>Of a new picture a smaller copy travels, without the place where it was taken.</source>
            <translation>De una imagen nueva viaja una copia más pequeña, sin el lugar donde se tomó.</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Pictures ({0});;All files ({1})</source>
            <translation>Imágenes ({0});;Todos los archivos ({1})</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Grabar</translation>
        </message>
        <message>
            <source>Recording: {0}</source>
            <translation>Grabando: {0}</translation>
        </message>
        <message>
            <source>Stop recording</source>
            <translation>Detener la grabación</translation>
        </message>
        <message numerus="yes">
            <source>Stopped. %n file(s) were not added.</source>
            <translation>
                <numerusform>Detenido. No se agregó %n archivo.</numerusform>
                <numerusform>Detenido. No se agregaron %n archivos.</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Voice note</source>
            <translation>Nota de voz</translation>
        </message>
        <message>
            <source>{0} has {1}. It goes over the link after all text, and who wants it fetches as much.</source>
            <translation>{0} tiene {1}. Este archivo viaja después de todo el texto, y cada persona que lo quiera tendrá que descargar otro tanto.</translation>
        </message>
        <message>
            <source>{0} was taken off.</source>
            <translation>Se quitó {0}.</translation>
        </message>
        <message>
            <source>{0}: {1} of {2}</source>
            <translation>{0}: {1} de {2}</translation>
        </message>
    </context>
    <context>
        <name>AttachmentStrip</name>
        <message>
            <source>Files</source>
            <translation>Archivos</translation>
        </message>
    </context>
    <context>
        <name>BackupCard</name>
        <message>
            <source>Backing up</source>
            <translation>Haciendo la copia</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Copia de seguridad</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>Elegir una carpeta</translation>
        </message>
        <message>
            <source>One file with everything, encrypted. Keep it on a stick, not on this laptop.</source>
            <translation>Un solo archivo con todo, cifrado. Guárdelo en una memoria USB, no en esta computadora.</translation>
        </message>
        <message>
            <source>The backup {0} was written, read back and is whole.</source>
            <translation>La copia {0} se escribió y se volvió a leer: está completa.</translation>
        </message>
        <message>
            <source>Type your words first</source>
            <translation>Escriba primero sus palabras</translation>
        </message>
        <message>
            <source>Where the backup goes</source>
            <translation>Adónde va la copia</translation>
        </message>
        <message>
            <source>Your words</source>
            <translation>Sus palabras</translation>
        </message>
        <message>
            <source>Your words, for the backup</source>
            <translation>Sus palabras, para la copia</translation>
        </message>
    </context>
    <context>
        <name>BatchBar</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%n elegida</numerusform>
                <numerusform>%n elegidas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) moved to the bin.</source>
            <translation>
                <numerusform>%n ficha puesta en la papelera.</numerusform>
                <numerusform>%n fichas puestas en la papelera.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) put back.</source>
            <translation>
                <numerusform>%n ficha recuperada.</numerusform>
                <numerusform>%n fichas recuperadas.</numerusform>
            </translation>
        </message>
        <message>
            <source>Add nothing</source>
            <translation>No agregar nada</translation>
        </message>
        <message>
            <source>Add tag</source>
            <translation>Agregar etiqueta</translation>
        </message>
        <message>
            <source>Add theme</source>
            <translation>Agregar tema</translation>
        </message>
        <message numerus="yes">
            <source>Added to %n record(s).</source>
            <translation>
                <numerusform>Agregado a %n ficha.</numerusform>
                <numerusform>Agregado a %n fichas.</numerusform>
            </translation>
        </message>
        <message>
            <source>Changing what was chosen</source>
            <translation>Cambiando lo elegido</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Elegir</translation>
        </message>
        <message>
            <source>Choose none</source>
            <translation>No elegir nada</translation>
        </message>
        <message>
            <source>Move to the bin</source>
            <translation>Poner en la papelera</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Recuperar</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
        <message>
            <source>Tag to add</source>
            <translation>Etiqueta que se agrega</translation>
        </message>
        <message numerus="yes">
            <source>Taken off %n record(s).</source>
            <translation>
                <numerusform>Quitado de %n ficha.</numerusform>
                <numerusform>Quitado de %n fichas.</numerusform>
            </translation>
        </message>
        <message>
            <source>Theme to add</source>
            <translation>Tema que se agrega</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} de {1}</translation>
        </message>
    </context>
    <context>
        <name>BudgetCard</name>
        <message>
            <source>A sync moves all there is. {0}.</source>
            <translation>Una sincronización lleva todo lo que espera. {0}.</translation>
        </message>
        <message>
            <source>Data for a sync</source>
            <translation>Datos por sincronización</translation>
        </message>
        <message>
            <source>It stops at {0}; the rest goes next time. {1}.</source>
            <translation>Se detiene en {0}; el resto va la próxima vez. {1}.</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Sin límite</translation>
        </message>
        <message>
            <source>{0} used last time, {1} on its way</source>
            <translation>{0} usados la última vez, {1} por enviar</translation>
        </message>
    </context>
    <context>
        <name>Captioned</name>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}: {1}</translation>
        </message>
    </context>
    <context>
        <name>ChipsEdit</name>
        <message>
            <source>Remove {0}</source>
            <translation>Quitar {0}</translation>
        </message>
    </context>
    <context>
        <name>CodeField</name>
        <message>
            <source>Choose a file or a picture</source>
            <translation>Elegir un archivo o una imagen</translation>
        </message>
        <message>
            <source>Files and pictures ({0})</source>
            <translation>Archivos e imágenes ({0})</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>Leyendo…</translation>
        </message>
        <message>
            <source>The code was read. Go on.</source>
            <translation>Se leyó el código. Continúe.</translation>
        </message>
        <message>
            <source>The invite you were given</source>
            <translation>La invitación que le dieron</translation>
        </message>
        <message>
            <source>or drop it here</source>
            <translation>o suéltelo aquí</translation>
        </message>
    </context>
    <context>
        <name>CommentBox</name>
        <message>
            <source>About all of it</source>
            <translation>Sobre la ficha entera</translation>
        </message>
        <message>
            <source>About: {0}</source>
            <translation>Sobre: {0}</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Responder</translation>
        </message>
        <message>
            <source>Ctrl+Enter</source>
            <translation>Ctrl+Enter</translation>
        </message>
        <message>
            <source>Hand in</source>
            <translation>Publicar</translation>
        </message>
        <message>
            <source>Hand in: {0}</source>
            <translation>Publicar: {0}</translation>
        </message>
        <message>
            <source>I would like an answer</source>
            <translation>Quisiera una respuesta</translation>
        </message>
        <message>
            <source>Kept on this laptop as you type</source>
            <translation>Se guarda en esta computadora mientras escribe</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Desechar</translation>
        </message>
        <message>
            <source>What do you know about this?</source>
            <translation>¿Qué sabe usted de esto?</translation>
        </message>
        <message>
            <source>What do you want to know?</source>
            <translation>¿Qué quiere saber?</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>De qué se trata</translation>
        </message>
        <message>
            <source>Your answer</source>
            <translation>Su respuesta</translation>
        </message>
        <message>
            <source>Your question or remark</source>
            <translation>Su pregunta u observación</translation>
        </message>
    </context>
    <context>
        <name>CommentReading</name>
        <message>
            <source>Answer</source>
            <translation>Respuesta</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Respondida</translation>
        </message>
        <message>
            <source>Asks for an answer</source>
            <translation>Pide respuesta</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Pregunta</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Observación</translation>
        </message>
    </context>
    <context>
        <name>Comparison</name>
        <message numerus="yes">
            <source>%n unchanged line(s)</source>
            <translation>
                <numerusform>%n línea sin cambios</numerusform>
                <numerusform>%n líneas sin cambios</numerusform>
            </translation>
        </message>
        <message>
            <source>Differs: {0}</source>
            <translation>Difiere: {0}</translation>
        </message>
        <message>
            <source>Nothing in the words differs.</source>
            <translation>Nada difiere en las palabras.</translation>
        </message>
        <message>
            <source>{0}: the same words in another look, or another link.</source>
            <translation>{0}: las mismas palabras con otro aspecto, u otro enlace.</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}: {1}</translation>
        </message>
    </context>
    <context>
        <name>ContactForm</name>
        <message>
            <source>Add a language and press Enter</source>
            <translation>Agregue un idioma y pulse Enter</translation>
        </message>
        <message>
            <source>Another address</source>
            <translation>Otra dirección</translation>
        </message>
        <message>
            <source>Another e-mail</source>
            <translation>Otro correo</translation>
        </message>
        <message>
            <source>Another number</source>
            <translation>Otro número</translation>
        </message>
        <message>
            <source>What else</source>
            <translation>Otros datos</translation>
        </message>
        <message>
            <source>Where they belong</source>
            <translation>Con quién y dónde</translation>
        </message>
        <message>
            <source>Who may know</source>
            <translation>Quién puede saberlo</translation>
        </message>
    </context>
    <context>
        <name>ContactReading</name>
        <message>
            <source>(without a name)</source>
            <translation>(sin nombre)</translation>
        </message>
        <message>
            <source>(without a title)</source>
            <translation>(sin título)</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Dirección</translation>
        </message>
        <message>
            <source>Address, {0}</source>
            <translation>Dirección, {0}</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Llamar</translation>
        </message>
        <message>
            <source>Call {0}</source>
            <translation>Llamar a {0}</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>Correo</translation>
        </message>
        <message>
            <source>E-mail, {0}</source>
            <translation>Correo, {0}</translation>
        </message>
        <message>
            <source>Hands the number to the program for calls on this laptop, if it has one</source>
            <translation>Pasa el número al programa de llamadas de esta computadora, si tiene uno</translation>
        </message>
        <message>
            <source>People of this association</source>
            <translation>Personas de esta asociación</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Teléfono</translation>
        </message>
        <message>
            <source>Phone, {0}</source>
            <translation>Teléfono, {0}</translation>
        </message>
        <message>
            <source>Photo of {0}</source>
            <translation>Foto de {0}</translation>
        </message>
        <message>
            <source>Practices they wrote</source>
            <translation>Prácticas que escribió</translation>
        </message>
        <message>
            <source>Read {0}</source>
            <translation>Leer {0}</translation>
        </message>
        <message>
            <source>What they tried</source>
            <translation>Prácticas que probó</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>y %n más</numerusform>
                <numerusform>y %n más</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} (in the bin)</source>
            <translation>{0} (en la papelera)</translation>
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
            <translation>Delve cometió un error o se interrumpió antes. Lo que se guardó está a salvo. En {0} se anotaron lugares del programa y ninguna de sus palabras.</translation>
        </message>
    </context>
    <context>
        <name>DangerCard</name>
        <message>
            <source>Danger – read this first</source>
            <translation>Peligro: léalo primero</translation>
        </message>
        <message>
            <source>Never:</source>
            <translation>Nunca:</translation>
        </message>
        <message>
            <source>Read every word</source>
            <translation>Leer todo</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}: {1}</translation>
        </message>
    </context>
    <context>
        <name>DoorsPage</name>
        <message>
            <source>Which door is yours?</source>
            <translation>¿Cuál es su puerta?</translation>
        </message>
    </context>
    <context>
        <name>EditItem</name>
        <message>
            <source>Take off</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Take off {0}</source>
            <translation>Quitar {0}</translation>
        </message>
        <message>
            <source>What it shows</source>
            <translation>Qué muestra</translation>
        </message>
        <message>
            <source>What {0} shows</source>
            <translation>Qué muestra {0}</translation>
        </message>
    </context>
    <context>
        <name>ExchangePage</name>
        <message>
            <source>Address</source>
            <translation>Dirección</translation>
        </message>
        <message>
            <source>Ask to join</source>
            <translation>Pedir unirse</translation>
        </message>
        <message>
            <source>Asked. Now read the six words to your coordinator.</source>
            <translation>Solicitud hecha. Ahora lea las seis palabras a su coordinación.</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Código</translation>
        </message>
        <message>
            <source>Coordinator</source>
            <translation>Coordinación</translation>
        </message>
        <message>
            <source>For an association, a region, or a group that shares what works.</source>
            <translation>Para una asociación, una región o un grupo que comparte lo que funciona.</translation>
        </message>
        <message>
            <source>Invite somebody</source>
            <translation>Invitar a alguien</translation>
        </message>
        <message>
            <source>It is there. Write at once; name a server when there is one.</source>
            <translation>Ya está. Escriba enseguida; indique un servidor cuando lo haya.</translation>
        </message>
        <message>
            <source>Join with a code</source>
            <translation>Unirse con un código</translation>
        </message>
        <message>
            <source>Lake Zone</source>
            <translation>Sierra Sur</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Name of the space</source>
            <translation>Nombre del espacio</translation>
        </message>
        <message>
            <source>Officer</source>
            <translation>Agente</translation>
        </message>
        <message>
            <source>Only a coordinator of a space can invite</source>
            <translation>Solo la coordinación de un espacio puede invitar</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>Solo lectura</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Servidor</translation>
        </message>
        <message>
            <source>Start a new space</source>
            <translation>Crear un espacio</translation>
        </message>
        <message>
            <source>Start it</source>
            <translation>Crear</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sincronizar</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Sincronizar ahora</translation>
        </message>
        <message>
            <source>The server answers. Press Sync now.</source>
            <translation>El servidor responde. Pulse Sincronizar ahora.</translation>
        </message>
        <message>
            <source>The server passes on what you send. It cannot read it.</source>
            <translation>El servidor transmite lo que usted envía. No puede leerlo.</translation>
        </message>
        <message>
            <source>This space</source>
            <translation>Este espacio</translation>
        </message>
        <message>
            <source>Ticket, if you were given one</source>
            <translation>Ticket, si le dieron uno</translation>
        </message>
        <message>
            <source>Use this server</source>
            <translation>Usar este servidor</translation>
        </message>
        <message>
            <source>You are in no space yet. Start one, or join with a code.</source>
            <translation>Aún no está en ningún espacio. Cree uno o únase con un código.</translation>
        </message>
        <message>
            <source>You asked to join. Read these six words to your coordinator:</source>
            <translation>Usted pidió unirse. Lea estas seis palabras a su coordinación:</translation>
        </message>
        <message>
            <source>You can write already. It goes out once they approve you.</source>
            <translation>Ya puede escribir. Se enviará cuando aprueben su solicitud.</translation>
        </message>
        <message>
            <source>Your coordinator gave you a code. You can write at once; they approve you afterwards.</source>
            <translation>Su coordinación le dio un código. Puede escribir enseguida; después aprueban su solicitud.</translation>
        </message>
        <message>
            <source>Your role</source>
            <translation>Su función</translation>
        </message>
        <message>
            <source>as it was given to you</source>
            <translation>tal como se lo dieron</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>ninguno aún</translation>
        </message>
        <message>
            <source>{0} is admitted. Their laptop learns it with its next sync.</source>
            <translation>{0} ya está en el espacio. Su computadora lo sabrá con su próxima sincronización.</translation>
        </message>
    </context>
    <context>
        <name>ExchangesCard</name>
        <message>
            <source>Last exchanges</source>
            <translation>Últimos intercambios</translation>
        </message>
        <message>
            <source>None yet. What you write waits here, safe.</source>
            <translation>Ninguno aún. Lo que escribe espera aquí, a salvo.</translation>
        </message>
    </context>
    <context>
        <name>FactLine</name>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}: {1}</translation>
        </message>
    </context>
    <context>
        <name>FileRow</name>
        <message>
            <source>A readable copy is open in another program. It is wiped when you lock or close Delve; what you save from there stays where you save it.</source>
            <translation>Hay una copia legible abierta en otro programa. Se borra cuando usted bloquea o cierra Delve; lo que guarde desde allí queda donde lo guarde.</translation>
        </message>
        <message>
            <source>Comes with the next sync</source>
            <translation>Llega con la próxima sincronización</translation>
        </message>
        <message>
            <source>Do not fetch</source>
            <translation>No descargar</translation>
        </message>
        <message>
            <source>Fetch ({0})</source>
            <translation>Descargar ({0})</translation>
        </message>
        <message>
            <source>It comes with the next sync.</source>
            <translation>Llega con la próxima sincronización.</translation>
        </message>
        <message>
            <source>It is not fetched.</source>
            <translation>No se descargará.</translation>
        </message>
        <message>
            <source>No program on this laptop opens this kind of file. Save it.</source>
            <translation>Ningún programa de esta computadora abre este tipo de archivo. Guárdelo.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Open {0} in another program</source>
            <translation>Abrir {0} en otro programa</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Guardar como</translation>
        </message>
        <message>
            <source>Save {0} outside the vault</source>
            <translation>Guardar {0} fuera de la caja fuerte</translation>
        </message>
        <message>
            <source>Saved as {0}. It is readable to anybody there.</source>
            <translation>Guardado como {0}. Allí cualquiera puede leerlo.</translation>
        </message>
    </context>
    <context>
        <name>Finder</name>
        <message>
            <source>Find anything</source>
            <translation>Buscar en todo</translation>
        </message>
        <message>
            <source>Find anything, Ctrl+K</source>
            <translation>Buscar en todo, Ctrl+K</translation>
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>Two versions, to be decided on the page before: {0}</source>
            <translation>Dos versiones, por decidir en la página anterior: {0}</translation>
        </message>
    </context>
    <context>
        <name>GatePage</name>
        <message>
            <source>Someone new on this laptop</source>
            <translation>Alguien nuevo en esta computadora</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>¿Quién es usted?</translation>
        </message>
    </context>
    <context>
        <name>GivenFiles</name>
        <message>
            <source>A backup is brought back before a vault is open: lock, and open it again.</source>
            <translation>Una copia de seguridad se recupera antes de abrir una caja fuerte: bloquee y ábrala de nuevo.</translation>
        </message>
    </context>
    <context>
        <name>HelpCover</name>
        <message>
            <source>Close the help</source>
            <translation>Cerrar la ayuda</translation>
        </message>
    </context>
    <context>
        <name>HelpView</name>
        <message>
            <source>A page of the help</source>
            <translation>Una página de la ayuda</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Índice</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
        <message>
            <source>No page has these words.</source>
            <translation>Ninguna página tiene estas palabras.</translation>
        </message>
        <message>
            <source>Pages of the help</source>
            <translation>Páginas de la ayuda</translation>
        </message>
        <message>
            <source>Search the help</source>
            <translation>Buscar en la ayuda</translation>
        </message>
    </context>
    <context>
        <name>HistoryList</name>
        <message>
            <source>After</source>
            <translation>Después</translation>
        </message>
        <message>
            <source>Back to the record</source>
            <translation>Volver a la ficha</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Antes</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Comparar</translation>
        </message>
        <message>
            <source>Compare a version</source>
            <translation>Comparar una versión</translation>
        </message>
        <message>
            <source>Compare this version: {0}</source>
            <translation>Comparar esta versión: {0}</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historial</translation>
        </message>
        <message>
            <source>Nothing is ever lost here. A restore is a new version.</source>
            <translation>Aquí nada se pierde. Restaurar crea una versión nueva.</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Ahora</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Restaurar</translation>
        </message>
        <message>
            <source>Restore this version: {0}</source>
            <translation>Restaurar esta versión: {0}</translation>
        </message>
        <message>
            <source>This version</source>
            <translation>Esta versión</translation>
        </message>
        <message>
            <source>came by the server</source>
            <translation>llegó por el servidor</translation>
        </message>
        <message>
            <source>on this laptop</source>
            <translation>en esta computadora</translation>
        </message>
        <message>
            <source>with now</source>
            <translation>con la actual</translation>
        </message>
        <message>
            <source>with the one before</source>
            <translation>con la anterior</translation>
        </message>
        <message>
            <source>{0} began it</source>
            <translation>Lo empezó {0}</translation>
        </message>
        <message>
            <source>{0} changed: {1}</source>
            <translation>{0} cambió: {1}</translation>
        </message>
        <message>
            <source>{0} did something that this Delve does not know</source>
            <translation>{0} hizo algo que este Delve no conoce</translation>
        </message>
        <message>
            <source>{0} put it into the bin</source>
            <translation>{0} lo puso en la papelera</translation>
        </message>
        <message>
            <source>{0} took it out of the bin</source>
            <translation>{0} lo sacó de la papelera</translation>
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
                <numerusform>%n ficha por decidir</numerusform>
                <numerusform>%n fichas por decidir</numerusform>
            </translation>
        </message>
        <message>
            <source>A question from {0}</source>
            <translation>Una pregunta de {0}</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Responder</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>Decidir</translation>
        </message>
        <message>
            <source>First start a space, or join one</source>
            <translation>Primero cree un espacio o únase a uno</translation>
        </message>
        <message>
            <source>Good afternoon, {0}</source>
            <translation>Buenas tardes, {0}</translation>
        </message>
        <message>
            <source>Good evening, {0}</source>
            <translation>Buenas noches, {0}</translation>
        </message>
        <message>
            <source>Good morning, {0}</source>
            <translation>Buenos días, {0}</translation>
        </message>
        <message>
            <source>Join with an invite</source>
            <translation>Unirse con una invitación</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Ver</translation>
        </message>
        <message>
            <source>Merge desk</source>
            <translation>Decisiones</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Pendiente de usted</translation>
        </message>
        <message>
            <source>New in {0}</source>
            <translation>Nuevo en {0}</translation>
        </message>
        <message>
            <source>New since {0}</source>
            <translation>Nuevo desde: {0}</translation>
        </message>
        <message>
            <source>Nothing came in from others yet. Write the first note.</source>
            <translation>Aún no ha llegado nada de los demás. Escriba la primera nota.</translation>
        </message>
        <message>
            <source>Nothing new from others.</source>
            <translation>Nada nuevo de los demás.</translation>
        </message>
        <message>
            <source>Nothing, for now.</source>
            <translation>Nada por ahora.</translation>
        </message>
        <message>
            <source>Six words to compare</source>
            <translation>Seis palabras para comparar</translation>
        </message>
        <message>
            <source>Start a new space</source>
            <translation>Crear un espacio</translation>
        </message>
        <message>
            <source>Which door is yours?</source>
            <translation>¿Cuál es su puerta?</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>Escribir una nota</translation>
        </message>
        <message>
            <source>You coordinate an association or a region, and want to invite the others.</source>
            <translation>Usted coordina una asociación o una región y quiere invitar a los demás.</translation>
        </message>
        <message>
            <source>Your coordinator gave you a code.</source>
            <translation>Su coordinación le dio un código.</translation>
        </message>
        <message>
            <source>{0} wants to join</source>
            <translation>{0} quiere unirse</translation>
        </message>
    </context>
    <context>
        <name>InPlaceBar</name>
        <message>
            <source>Close this message</source>
            <translation>Cerrar este mensaje</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Copiar los detalles</translation>
        </message>
    </context>
    <context>
        <name>Incoming</name>
        <message>
            <source>{0} changed other parts of this; they are in.</source>
            <translation>{0} cambió otras partes de esta ficha; ya están aquí.</translation>
        </message>
        <message>
            <source>{0} changed this too; both will be kept.</source>
            <translation>{0} también cambió esto; se conservarán ambas versiones.</translation>
        </message>
    </context>
    <context>
        <name>Intake</name>
        <message numerus="yes">
            <source>%n file(s) are still being added. They come into the record by themselves.</source>
            <translation>
                <numerusform>%n archivo todavía se está agregando. Llegará por sí solo a la ficha.</numerusform>
                <numerusform>%n archivos todavía se están agregando. Llegarán por sí solos a la ficha.</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} was not added. {1}</source>
            <translation>No se agregó {0}. {1}</translation>
        </message>
    </context>
    <context>
        <name>InvitePanel</name>
        <message>
            <source>Copy the code</source>
            <translation>Copiar el código</translation>
        </message>
        <message>
            <source>Delve invite</source>
            <translation>Invitación de Delve</translation>
        </message>
        <message>
            <source>Hand it on by phone, on paper or in a chat. It is of no use without your approval.</source>
            <translation>Páselo por teléfono, en papel o por chat. Sin su aprobación no sirve de nada.</translation>
        </message>
        <message>
            <source>Invite somebody</source>
            <translation>Invitar a alguien</translation>
        </message>
        <message>
            <source>Make a code</source>
            <translation>Crear un código</translation>
        </message>
        <message>
            <source>Save as a picture</source>
            <translation>Guardar como imagen</translation>
        </message>
        <message>
            <source>Save the invite</source>
            <translation>Guardar la invitación</translation>
        </message>
        <message>
            <source>Saved as {0}. It is of no use without your approval.</source>
            <translation>Guardado como {0}. Sin su aprobación no sirve de nada.</translation>
        </message>
        <message>
            <source>The code lets one person ask to join. You approve them after comparing six words.</source>
            <translation>El código permite a una persona pedir unirse. Usted la aprueba después de comparar seis palabras.</translation>
        </message>
        <message>
            <source>The picture could not be written there. Choose another folder.</source>
            <translation>No se pudo escribir la imagen allí. Elija otra carpeta.</translation>
        </message>
        <message>
            <source>The same code as a square</source>
            <translation>El mismo código, como imagen cuadrada</translation>
        </message>
    </context>
    <context>
        <name>InviteStep</name>
        <message>
            <source>Code</source>
            <translation>Código</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Type or paste the code that your coordinator gave you, or bring its file or picture.</source>
            <translation>Escriba o pegue el código que le dio su coordinación, o traiga su archivo o imagen.</translation>
        </message>
        <message>
            <source>Your invite</source>
            <translation>Su invitación</translation>
        </message>
    </context>
    <context>
        <name>LanguageMenu</name>
        <message>
            <source>Language: {0}</source>
            <translation>Idioma: {0}</translation>
        </message>
    </context>
    <context>
        <name>LaptopCard</name>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minuto</numerusform>
                <numerusform>%n minutos</numerusform>
            </translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Como el sistema</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>Claro u oscuro</translation>
        </message>
        <message>
            <source>Lock when nobody touches it for</source>
            <translation>Bloquear cuando nadie la toca durante</translation>
        </message>
        <message>
            <source>Size of letters</source>
            <translation>Tamaño de la letra</translation>
        </message>
        <message>
            <source>This laptop</source>
            <translation>Esta computadora</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
    </context>
    <context>
        <name>LeafletPanel</name>
        <message>
            <source>As a leaflet</source>
            <translation>Como folleto</translation>
        </message>
        <message>
            <source>Close the leaflet</source>
            <translation>Cerrar el folleto</translation>
        </message>
        <message>
            <source>Handed to the printer.</source>
            <translation>Enviado a la impresora.</translation>
        </message>
        <message>
            <source>Leaflet</source>
            <translation>Folleto</translation>
        </message>
        <message>
            <source>On paper or as a file it leaves Delve: whoever holds it can read it and hand it on.</source>
            <translation>En papel o como archivo sale de Delve: quien lo tenga puede leerlo y pasarlo.</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Page {0} of {1}</source>
            <translation>Página {0} de {1}</translation>
        </message>
        <message>
            <source>Print …</source>
            <translation>Imprimir…</translation>
        </message>
        <message>
            <source>Save as PDF …</source>
            <translation>Guardar en PDF…</translation>
        </message>
        <message>
            <source>Save the leaflet</source>
            <translation>Guardar el folleto</translation>
        </message>
        <message>
            <source>Saved outside Delve, as {0}.</source>
            <translation>Guardado fuera de Delve, como {0}.</translation>
        </message>
        <message>
            <source>The printer did not take the leaflet. Try again, or save it as a PDF.</source>
            <translation>La impresora no aceptó el folleto. Pruebe de nuevo o guárdelo en PDF.</translation>
        </message>
    </context>
    <context>
        <name>LedgerCard</name>
        <message numerus="yes">
            <source>%n more in the bin, not counted</source>
            <translation>
                <numerusform>%n más en la papelera, sin contar</numerusform>
                <numerusform>%n más en la papelera, sin contar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sites</source>
            <translation>
                <numerusform>%n sitio</numerusform>
                <numerusform>%n sitios</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody has said so yet. If you have tried it, tell the others.</source>
            <translation>Nadie lo ha dicho aún. Si usted la probó, cuéntelo a los demás.</translation>
        </message>
        <message numerus="yes">
            <source>Show all %n</source>
            <translation>
                <numerusform>Mostrar el único</numerusform>
                <numerusform>Mostrar los %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Who tried it</source>
            <translation>Quién la probó</translation>
        </message>
    </context>
    <context>
        <name>LicencesDialog</name>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Delve stands on the work of others. Each part, and its terms:</source>
            <translation>Delve se apoya en el trabajo de otros. Cada parte y sus condiciones:</translation>
        </message>
        <message>
            <source>Licence of the part</source>
            <translation>Licencia de la parte</translation>
        </message>
        <message>
            <source>Licences of all parts</source>
            <translation>Licencias de todas las partes</translation>
        </message>
        <message>
            <source>Parts of the program</source>
            <translation>Partes del programa</translation>
        </message>
    </context>
    <context>
        <name>Lightbox</name>
        <message>
            <source>Close the picture</source>
            <translation>Cerrar la imagen</translation>
        </message>
        <message>
            <source>Picture: {0}</source>
            <translation>Imagen: {0}</translation>
        </message>
        <message>
            <source>The next picture</source>
            <translation>La imagen siguiente</translation>
        </message>
        <message>
            <source>The picture before</source>
            <translation>La imagen anterior</translation>
        </message>
        <message>
            <source>{0} – only the small picture is on this laptop</source>
            <translation>{0}: en esta computadora está solo la imagen pequeña</translation>
        </message>
    </context>
    <context>
        <name>LinkBubble</name>
        <message>
            <source>A link leads to a web address or an e-mail address.</source>
            <translation>Un enlace lleva a una dirección web o de correo.</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Dirección</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Enlace</translation>
        </message>
        <message>
            <source>Set link</source>
            <translation>Poner enlace</translation>
        </message>
        <message>
            <source>Take the link away</source>
            <translation>Quitar el enlace</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Texto</translation>
        </message>
    </context>
    <context>
        <name>LinkPicker</name>
        <message>
            <source>A name, a title, a word …</source>
            <translation>Un nombre, un título, una palabra…</translation>
        </message>
        <message>
            <source>Find the record to link to</source>
            <translation>Buscar la ficha que se vincula</translation>
        </message>
        <message>
            <source>Nothing here has these words.</source>
            <translation>Nada aquí tiene estas palabras.</translation>
        </message>
        <message>
            <source>Records found</source>
            <translation>Fichas encontradas</translation>
        </message>
    </context>
    <context>
        <name>LinksEdit</name>
        <message>
            <source>Link a record</source>
            <translation>Vincular una ficha</translation>
        </message>
        <message>
            <source>Link a record: {0}</source>
            <translation>Vincular una ficha: {0}</translation>
        </message>
        <message>
            <source>Remove the link to {0}</source>
            <translation>Quitar el vínculo con {0}</translation>
        </message>
        <message>
            <source>Something that is still to come</source>
            <translation>Algo que aún está por llegar</translation>
        </message>
        <message>
            <source>{0} (in the bin)</source>
            <translation>{0} (en la papelera)</translation>
        </message>
    </context>
    <context>
        <name>ListHead</name>
        <message>
            <source>Name A–Z</source>
            <translation>Nombre A–Z</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nuevo</translation>
        </message>
        <message>
            <source>Newest</source>
            <translation>Más recientes</translation>
        </message>
        <message>
            <source>Oldest</source>
            <translation>Más antiguas</translation>
        </message>
        <message>
            <source>Order: {0}</source>
            <translation>Orden: {0}</translation>
        </message>
        <message>
            <source>Take off the filter {0}</source>
            <translation>Quitar el filtro {0}</translation>
        </message>
        <message>
            <source>Title A–Z</source>
            <translation>Título A–Z</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} de {1}</translation>
        </message>
        <message>
            <source>{0}+ of {1}</source>
            <translation>{0}+ de {1}</translation>
        </message>
    </context>
    <context>
        <name>ListPane</name>
        <message>
            <source>Choose all</source>
            <translation>Elegir todo</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Limpiar la búsqueda</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Move to the bin</source>
            <translation>Poner en la papelera</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nuevo</translation>
        </message>
        <message>
            <source>Nothing fits these filters.</source>
            <translation>Nada coincide con estos filtros.</translation>
        </message>
        <message>
            <source>Nothing found for “{0}”.</source>
            <translation>No se encontró nada para “{0}”.</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Recuperar</translation>
        </message>
        <message>
            <source>Take off all filters</source>
            <translation>Quitar todos los filtros</translation>
        </message>
        <message>
            <source>Take one off to see more.</source>
            <translation>Quite uno para ver más.</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Desechar</translation>
        </message>
        <message>
            <source>Try fewer letters, or another spelling.</source>
            <translation>Pruebe con menos letras o con otra ortografía.</translation>
        </message>
        <message>
            <source>What to do with what is chosen</source>
            <translation>Qué hacer con lo elegido</translation>
        </message>
        <message>
            <source>Why nothing is listed</source>
            <translation>Por qué no se muestra nada</translation>
        </message>
        <message>
            <source>You had begun something new. It is kept.</source>
            <translation>Había empezado algo nuevo. Está guardado.</translation>
        </message>
        <message>
            <source>You had begun “{0}”. It is kept.</source>
            <translation>Había empezado “{0}”. Está guardado.</translation>
        </message>
    </context>
    <context>
        <name>LogCard</name>
        <message>
            <source>None yet.</source>
            <translation>Ninguno aún.</translation>
        </message>
        <message>
            <source>Past exchanges</source>
            <translation>Intercambios anteriores</translation>
        </message>
        <message>
            <source>Whole log</source>
            <translation>Registro completo</translation>
        </message>
    </context>
    <context>
        <name>More</name>
        <message>
            <source>Delve has no place for these. It keeps them, and gives them back when you export.</source>
            <translation>Delve no tiene lugar para esto. Lo conserva y lo devuelve al exportar.</translation>
        </message>
        <message numerus="yes">
            <source>More from the address book: %n lines</source>
            <translation>
                <numerusform>Más de la libreta de direcciones: %n línea</numerusform>
                <numerusform>Más de la libreta de direcciones: %n líneas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>y %n más</numerusform>
                <numerusform>y %n más</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Nav</name>
        <message>
            <source>A new space</source>
            <translation>Un espacio nuevo</translation>
        </message>
        <message>
            <source>Settings, Ctrl+,</source>
            <translation>Ajustes, Ctrl+,</translation>
        </message>
        <message>
            <source>Spaces</source>
            <translation>Espacios</translation>
        </message>
        <message>
            <source>Spaces and sections</source>
            <translation>Espacios y secciones</translation>
        </message>
        <message>
            <source>{0}: settings</source>
            <translation>{0}: ajustes</translation>
        </message>
    </context>
    <context>
        <name>NewCards</name>
        <message>
            <source>(without a title)</source>
            <translation>(sin título)</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Leer</translation>
        </message>
        <message>
            <source>Read {0}</source>
            <translation>Leer {0}</translation>
        </message>
        <message numerus="yes">
            <source>See all %n</source>
            <translation>
                <numerusform>Ver la única</numerusform>
                <numerusform>Ver las %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewPassphrase</name>
        <message>
            <source>Caps lock seems to be on.</source>
            <translation>Parece que Bloq Mayús está activado.</translation>
        </message>
        <message>
            <source>Good. Write the words on paper and keep them apart from the laptop.</source>
            <translation>Bien. Escriba las palabras en papel y guárdelas lejos de la computadora.</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>Frase secreta nueva</translation>
        </message>
        <message>
            <source>Nobody can open your vault without these words, not even us. Write them on paper.</source>
            <translation>Nadie puede abrir su caja fuerte sin estas palabras, ni siquiera nosotros. Escríbalas en papel.</translation>
        </message>
        <message>
            <source>Passphrase: six words, or at least 15 letters</source>
            <translation>Frase secreta: seis palabras, o al menos 15 letras</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>Solidez</translation>
        </message>
        <message>
            <source>Suggest six words</source>
            <translation>Sugerir seis palabras</translation>
        </message>
    </context>
    <context>
        <name>NoteForm</name>
        <message>
            <source>More: date, links, who may see it</source>
            <translation>Más: fecha, fichas vinculadas, quién puede verla</translation>
        </message>
        <message>
            <source>What happened, what was said, what is needed …</source>
            <translation>Qué pasó, qué se dijo, qué hace falta…</translation>
        </message>
    </context>
    <context>
        <name>NoteReading</name>
        <message>
            <source>(without a title)</source>
            <translation>(sin título)</translation>
        </message>
        <message>
            <source>Read {0}</source>
            <translation>Leer {0}</translation>
        </message>
    </context>
    <context>
        <name>Numeral</name>
        <message>
            <source>Step {0}</source>
            <translation>Paso {0}</translation>
        </message>
    </context>
    <context>
        <name>PageInParts</name>
        <message>
            <source>Delve could not show the rest of this here. Nothing of it is lost.</source>
            <translation>Delve no pudo mostrar el resto aquí. No se perdió nada.</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Do</source>
            <translation>Acciones</translation>
        </message>
        <message>
            <source>Nothing found for “{0}”. Try fewer letters.</source>
            <translation>No se encontró nada para “{0}”. Pruebe con menos letras.</translation>
        </message>
        <message>
            <source>Show all that was found in a list</source>
            <translation>Mostrar en una lista todo lo encontrado</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Lo que se encontró</translation>
        </message>
    </context>
    <context>
        <name>PaneActions</name>
        <message>
            <source>Decided. The other version stays in the history.</source>
            <translation>Decidido. La otra versión queda en el historial.</translation>
        </message>
        <message>
            <source>Decided. What stood before stays in the history.</source>
            <translation>Decidido. Lo que había antes queda en el historial.</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>It is back in its list.</source>
            <translation>La ficha está de vuelta en su lista.</translation>
        </message>
        <message>
            <source>It is in the bin. Nothing is gone.</source>
            <translation>La ficha está en la papelera. Nada se ha perdido.</translation>
        </message>
        <message>
            <source>Kept as a new version.</source>
            <translation>Guardado como versión nueva.</translation>
        </message>
        <message>
            <source>Restored as a new version.</source>
            <translation>Restaurado como versión nueva.</translation>
        </message>
        <message>
            <source>Take the other one</source>
            <translation>Elegir la otra</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Desechar</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>You were writing here ({0}). Your words are kept.</source>
            <translation>Estaba escribiendo aquí ({0}). Sus palabras están guardadas.</translation>
        </message>
    </context>
    <context>
        <name>PaneBody</name>
        <message>
            <source>Choose something on the left.</source>
            <translation>Elija algo a la izquierda.</translation>
        </message>
        <message>
            <source>The record, arrow keys scroll it</source>
            <translation>La ficha, las flechas la desplazan</translation>
        </message>
    </context>
    <context>
        <name>PaneFoot</name>
        <message>
            <source>A sample – never sent, and not kept</source>
            <translation>Un ejemplo – nunca se envía ni se guarda</translation>
        </message>
        <message>
            <source>Here and on the server</source>
            <translation>Aquí y en el servidor</translation>
        </message>
        <message>
            <source>Kept as you type</source>
            <translation>Se guarda mientras escribe</translation>
        </message>
        <message>
            <source>Kept as you type · goes out with the next sync</source>
            <translation>Se guarda mientras escribe · se envía con la próxima sincronización</translation>
        </message>
        <message>
            <source>Kept as you typed it – to be mended first</source>
            <translation>Guardado como lo escribió: hay que corregirlo primero</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>Aún no guardado</translation>
        </message>
        <message>
            <source>Saved on this laptop – not yet sent</source>
            <translation>Guardado en esta computadora: aún sin enviar</translation>
        </message>
        <message>
            <source>Sent to the server</source>
            <translation>Enviado al servidor</translation>
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
            <translation>Atrás</translation>
        </message>
    </context>
    <context>
        <name>PaneHead</name>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Volver a la lista</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>Papelera</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Listo</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Editar</translation>
        </message>
        <message>
            <source>Editing</source>
            <translation>Editando</translation>
        </message>
        <message>
            <source>From a newer Delve</source>
            <translation>De un Delve más nuevo</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historial</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Más</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Recuperar</translation>
        </message>
        <message>
            <source>Put this into the bin; you can take it back</source>
            <translation>Poner en la papelera; podrá recuperarla</translation>
        </message>
    </context>
    <context>
        <name>PassphraseCard</name>
        <message>
            <source>Change it</source>
            <translation>Cambiarla</translation>
        </message>
        <message>
            <source>Change your passphrase</source>
            <translation>Cambiar su frase secreta</translation>
        </message>
        <message>
            <source>Changing …</source>
            <translation>Cambiando…</translation>
        </message>
        <message>
            <source>Encrypting anew</source>
            <translation>Cifrando de nuevo</translation>
        </message>
        <message>
            <source>May others know your words, or have had your laptop?</source>
            <translation>¿Es posible que otros conozcan sus palabras, o que hayan tenido su computadora?</translation>
        </message>
        <message>
            <source>The old words open nothing any more. The recovery sheet stays good.</source>
            <translation>Las palabras antiguas ya no abren nada. La hoja de rescate sigue valiendo.</translation>
        </message>
        <message>
            <source>Then everything is encrypted anew, under a new key. It takes a while; older backups still open with the old words, and a recovery sheet is made anew.</source>
            <translation>Entonces todo se cifra de nuevo, con una llave nueva. Tarda un rato; las copias antiguas se abren todavía con las palabras antiguas, y se hace una hoja de rescate nueva.</translation>
        </message>
        <message>
            <source>Type the old words and the new ones first</source>
            <translation>Escriba primero las palabras antiguas y las nuevas</translation>
        </message>
        <message>
            <source>Yes, take a new key</source>
            <translation>Sí, usar una llave nueva</translation>
        </message>
        <message>
            <source>Your new words open the vault from now on.</source>
            <translation>Sus palabras nuevas abren la caja fuerte desde ahora.</translation>
        </message>
        <message>
            <source>Your new words open the vault from now on. The old recovery sheet is void.</source>
            <translation>Sus palabras nuevas abren la caja fuerte desde ahora. La hoja de rescate antigua ya no vale.</translation>
        </message>
        <message>
            <source>Your words now</source>
            <translation>Sus palabras de ahora</translation>
        </message>
    </context>
    <context>
        <name>PassphraseStep</name>
        <message>
            <source>All you write is locked with your words, and stays here until you send it.</source>
            <translation>Todo lo que escribe queda bajo llave con sus palabras y permanece aquí hasta que lo envíe.</translation>
        </message>
        <message>
            <source>Create my vault</source>
            <translation>Crear mi caja fuerte</translation>
        </message>
        <message>
            <source>Six words are needed, or at least 15 letters</source>
            <translation>Hacen falta seis palabras, o al menos 15 letras</translation>
        </message>
        <message>
            <source>Your words</source>
            <translation>Sus palabras</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>(without a name)</source>
            <translation>(sin nombre)</translation>
        </message>
        <message>
            <source>Somebody whose contact has not arrived yet</source>
            <translation>Alguien cuyo contacto aún no llegó</translation>
        </message>
        <message>
            <source>{0} (in the bin)</source>
            <translation>{0} (en la papelera)</translation>
        </message>
    </context>
    <context>
        <name>PeopleCard</name>
        <message>
            <source>Coordinator</source>
            <translation>Coordinación</translation>
        </message>
        <message>
            <source>Nobody is known yet. Names come with the first sync.</source>
            <translation>Aún no se conoce a nadie. Los nombres llegan con la primera sincronización.</translation>
        </message>
        <message>
            <source>Officer</source>
            <translation>Agente</translation>
        </message>
        <message>
            <source>People of this space</source>
            <translation>Personas de este espacio</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>Solo lectura</translation>
        </message>
        <message>
            <source>{0} (you)</source>
            <translation>{0} (usted)</translation>
        </message>
    </context>
    <context>
        <name>PictureTile</name>
        <message>
            <source>Picture: {0}</source>
            <translation>Imagen: {0}</translation>
        </message>
    </context>
    <context>
        <name>PillWords</name>
        <message>
            <source>A sample · never sent</source>
            <translation>Ejemplo · nunca se envía</translation>
        </message>
        <message>
            <source>In sync</source>
            <translation>Sincronizado</translation>
        </message>
        <message>
            <source>Not synced yet</source>
            <translation>Aún sin sincronizar</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Sin conexión</translation>
        </message>
        <message>
            <source>Offline · {0}</source>
            <translation>Sin conexión · {0}</translation>
        </message>
        <message>
            <source>On this laptop</source>
            <translation>En esta computadora</translation>
        </message>
        <message>
            <source>Syncing</source>
            <translation>Sincronizando</translation>
        </message>
        <message>
            <source>Syncing {0}</source>
            <translation>Sincronizando {0}</translation>
        </message>
        <message>
            <source>Up to date</source>
            <translation>Al día</translation>
        </message>
        <message>
            <source>{0} to send</source>
            <translation>{0} por enviar</translation>
        </message>
    </context>
    <context>
        <name>PinCard</name>
        <message>
            <source>A pause locks fully from now on.</source>
            <translation>Desde ahora una pausa bloquea por completo.</translation>
        </message>
        <message>
            <source>After a pause they open Delve again without your words. They count until you lock, close Delve or the laptop sleeps; five wrong ones lock for good. Until then the keys stay in memory, so choose none if somebody may take the laptop from you.</source>
            <translation>Después de una pausa abren Delve otra vez sin sus palabras. Valen hasta que usted bloquee o cierre Delve, o hasta que la computadora se suspenda; cinco errores bloquean del todo. Hasta entonces las llaves siguen en la memoria: no elija dígitos si alguien puede quitarle la computadora.</translation>
        </message>
        <message>
            <source>Digits are set.</source>
            <translation>Los dígitos están puestos.</translation>
        </message>
        <message>
            <source>From now on these digits open Delve again after a pause.</source>
            <translation>Desde ahora estos dígitos abren Delve de nuevo después de una pausa.</translation>
        </message>
        <message>
            <source>None are set: a pause locks fully.</source>
            <translation>No hay ninguno: una pausa bloquea por completo.</translation>
        </message>
        <message>
            <source>Others would try these digits first. Take other ones.</source>
            <translation>Otros probarían primero estos dígitos. Elija otros.</translation>
        </message>
        <message>
            <source>Six digits</source>
            <translation>Seis dígitos</translation>
        </message>
        <message>
            <source>Six digits are needed.</source>
            <translation>Hacen falta seis dígitos.</translation>
        </message>
        <message>
            <source>Six digits for a short break</source>
            <translation>Seis dígitos para una pausa corta</translation>
        </message>
        <message>
            <source>Use none</source>
            <translation>No usar ninguno</translation>
        </message>
        <message>
            <source>Use these digits</source>
            <translation>Usar estos dígitos</translation>
        </message>
    </context>
    <context>
        <name>PinPage</name>
        <message>
            <source>Nobody touched the laptop for a while. What you typed is kept.</source>
            <translation>Nadie tocó la computadora durante un rato. Lo que escribió está guardado.</translation>
        </message>
        <message>
            <source>Still there, {0}?</source>
            <translation>¿Sigue ahí, {0}?</translation>
        </message>
        <message numerus="yes">
            <source>These are not the digits. %n tries are left.</source>
            <translation>
                <numerusform>No son esos los dígitos. Queda %n intento.</numerusform>
                <numerusform>No son esos los dígitos. Quedan %n intentos.</numerusform>
            </translation>
        </message>
        <message>
            <source>Use my words</source>
            <translation>Usar mis palabras</translation>
        </message>
        <message>
            <source>Your six digits</source>
            <translation>Sus seis dígitos</translation>
        </message>
    </context>
    <context>
        <name>PracticeForm</name>
        <message>
            <source>- **Dust**: scars the lungs. Keep the ore wet.</source>
            <translation>- **Polvo**: daña los pulmones. Mantenga mojado el mineral.</translation>
        </message>
        <message>
            <source>- Heat sand that has touched mercury: the smoke poisons.</source>
            <translation>- Calentar arena que tocó mercurio: el humo envenena.</translation>
        </message>
        <message>
            <source>1. **Wash.** Run the wet ore down the sluice.</source>
            <translation>1. **Lavar.** Pase el mineral mojado por la canaleta.</translation>
        </message>
        <message>
            <source>A coordinator gives this state; hand it in and they decide.</source>
            <translation>Este estado lo da la coordinación; presente la práctica y ella decide.</translation>
        </message>
        <message>
            <source>A guide, a person, a training; Enter adds it</source>
            <translation>Una guía, una persona, un taller; Enter lo agrega</translation>
        </message>
        <message>
            <source>Begin each step with its number: 1. **Name.** What to do. Begin each danger with a hyphen.</source>
            <translation>Empiece cada paso con su número: 1. **Nombre.** Qué hacer. Empiece cada peligro con un guion.</translation>
        </message>
        <message>
            <source>Groups of 4 to 10 with clean water</source>
            <translation>Grupos de 4 a 10 con agua limpia</translation>
        </message>
        <message>
            <source>In two sentences: what is better afterwards?</source>
            <translation>En dos frases: ¿qué mejora después?</translation>
        </message>
        <message>
            <source>Proof and cost</source>
            <translation>Pruebas y costo</translation>
        </message>
        <message>
            <source>Say which language this translation is in.</source>
            <translation>Diga en qué idioma está esta traducción.</translation>
        </message>
        <message>
            <source>Steps and dangers</source>
            <translation>Pasos y peligros</translation>
        </message>
        <message>
            <source>What did you count, weigh or see?</source>
            <translation>¿Qué contaron, pesaron o vieron?</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>Qué es</translation>
        </message>
        <message>
            <source>What was wrong before?</source>
            <translation>¿Qué andaba mal antes?</translation>
        </message>
        <message>
            <source>Who and sharing</source>
            <translation>Personas y cómo se comparte</translation>
        </message>
    </context>
    <context>
        <name>PracticeReading</name>
        <message numerus="yes">
            <source>%n questions and answers</source>
            <translation>
                <numerusform>%n pregunta o respuesta</numerusform>
                <numerusform>%n preguntas y respuestas</numerusform>
            </translation>
        </message>
        <message>
            <source>(without a title)</source>
            <translation>(sin título)</translation>
        </message>
        <message>
            <source>Begin a translation of this practice</source>
            <translation>Empezar una traducción de esta práctica</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Imprimir</translation>
        </message>
        <message>
            <source>Print this practice as a leaflet, or save it as a PDF (Ctrl+P)</source>
            <translation>Imprimir esta práctica como folleto, o guardarla en PDF (Ctrl+P)</translation>
        </message>
        <message>
            <source>This practice is not open to all. Think of who may get it.</source>
            <translation>Esta práctica no es para todos. Piense en quién puede recibirla.</translation>
        </message>
        <message>
            <source>Translate this</source>
            <translation>Traducir</translation>
        </message>
        <message>
            <source>We tried this</source>
            <translation>La hemos probado</translation>
        </message>
        <message>
            <source>nobody is shown</source>
            <translation>no se muestra a nadie</translation>
        </message>
        <message>
            <source>people in photos agreed</source>
            <translation>las personas de las fotos aceptaron</translation>
        </message>
        <message>
            <source>people in photos were not asked yet</source>
            <translation>aún no se preguntó a las personas de las fotos</translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>Keeping your words and locking …</source>
            <translation>Guardando sus palabras y bloqueando…</translation>
        </message>
        <message>
            <source>Sample library</source>
            <translation>Ejemplos</translation>
        </message>
        <message>
            <source>Visitor</source>
            <translation>Visitante</translation>
        </message>
    </context>
    <context>
        <name>ProgressBar</name>
        <message>
            <source>{0}: under way</source>
            <translation>{0}: en curso</translation>
        </message>
    </context>
    <context>
        <name>QFileDialog</name>
        <message>
            <source>&amp;Look in:</source>
            <translation>&amp;Buscar en:</translation>
        </message>
        <message>
            <source>Files of &amp;type:</source>
            <translation>Archivos de &amp;tipo:</translation>
        </message>
    </context>
    <context>
        <name>QFileSystemModel</name>
        <message>
            <source>&lt;b&gt;The name "%1" cannot be used.&lt;/b&gt;&lt;p&gt;Try using another name, with fewer characters or no punctuation marks.</source>
            <translation>&lt;b&gt;El nombre “%1” no se puede usar.&lt;/b&gt;&lt;p&gt;Pruebe con otro nombre, más corto o sin signos de puntuación.</translation>
        </message>
    </context>
    <context>
        <name>QPrintSettingsOutput</name>
        <message>
            <source>Color</source>
            <translation>Color</translation>
        </message>
        <message>
            <source>Double Sided Printing</source>
            <translation>Impresión a doble cara</translation>
        </message>
        <message>
            <source>Long side binding</source>
            <translation>Encuadernación por el lado largo</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Page &amp;Set:</source>
            <translation>Con&amp;junto de páginas:</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Páginas</translation>
        </message>
        <message>
            <source>Short side binding</source>
            <translation>Encuadernación por el lado corto</translation>
        </message>
        <message>
            <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
            <translation>Indique páginas o rangos de páginas, separados por comas. Un rango se escribe con dos números y un guion. Por ejemplo: 3,5-7,9 imprime las páginas 3, 5, 6, 7 y 9.</translation>
        </message>
    </context>
    <context>
        <name>Questions</name>
        <message>
            <source>Ask a question</source>
            <translation>Hacer una pregunta</translation>
        </message>
        <message>
            <source>Questions and answers</source>
            <translation>Preguntas y respuestas</translation>
        </message>
    </context>
    <context>
        <name>QuietCard</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n día</numerusform>
                <numerusform>%n días</numerusform>
            </translation>
        </message>
        <message>
            <source>Call list</source>
            <translation>A quién llamar</translation>
        </message>
        <message>
            <source>Everybody was heard of in the last 60 days.</source>
            <translation>En los últimos 60 días se supo de todos.</translation>
        </message>
        <message>
            <source>Gone quiet</source>
            <translation>Sin noticias</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>y %n más</numerusform>
                <numerusform>y %n más</numerusform>
            </translation>
        </message>
        <message>
            <source>last 12 weeks</source>
            <translation>últimas 12 semanas</translation>
        </message>
    </context>
    <context>
        <name>Reader</name>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Delve does not open this kind of address: {0}</source>
            <translation>Delve no abre este tipo de dirección: {0}</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Dejarlo</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>This leaves Delve for {0}: {1}</source>
            <translation>Este enlace sale de Delve hacia {0}: {1}</translation>
        </message>
        <message>
            <source>This leaves Delve: {0}</source>
            <translation>Este enlace sale de Delve: {0}</translation>
        </message>
    </context>
    <context>
        <name>Reading</name>
        <message>
            <source>(without a title)</source>
            <translation>(sin título)</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Copy {0}</source>
            <translation>Copiar {0}</translation>
        </message>
        <message>
            <source>Somebody put this into the bin while somebody else was writing in it, so it is back.</source>
            <translation>Alguien puso esta ficha en la papelera mientras otra persona escribía en ella; por eso está de vuelta.</translation>
        </message>
    </context>
    <context>
        <name>RecordList</name>
        <message numerus="yes">
            <source>%n picture(s) or file(s)</source>
            <translation>
                <numerusform>%n imagen o archivo</numerusform>
                <numerusform>%n imágenes o archivos</numerusform>
            </translation>
        </message>
        <message>
            <source>(without a title)</source>
            <translation>(sin título)</translation>
        </message>
        <message>
            <source>in the bin</source>
            <translation>en la papelera</translation>
        </message>
        <message>
            <source>new</source>
            <translation>nueva</translation>
        </message>
        <message>
            <source>not yet sent</source>
            <translation>aún sin enviar</translation>
        </message>
        <message>
            <source>two versions, needs a decision</source>
            <translation>dos versiones, por decidir</translation>
        </message>
        <message>
            <source>with a recording</source>
            <translation>con una grabación</translation>
        </message>
    </context>
    <context>
        <name>RecordPane</name>
        <message>
            <source>Writing …</source>
            <translation>Escribiendo…</translation>
        </message>
    </context>
    <context>
        <name>RecoverStep</name>
        <message>
            <source>Code of the recovery sheet</source>
            <translation>Código de la hoja de rescate</translation>
        </message>
        <message>
            <source>Forgotten words</source>
            <translation>Palabras olvidadas</translation>
        </message>
        <message>
            <source>Open with the new words</source>
            <translation>Abrir con las palabras nuevas</translation>
        </message>
        <message>
            <source>The recovery sheet of {0} opens the vault. Nothing is lost, and the sheet stays good.</source>
            <translation>La hoja de rescate de {0} abre la caja fuerte. Nada se pierde, y la hoja sigue valiendo.</translation>
        </message>
        <message>
            <source>Type the code and the new words first</source>
            <translation>Escriba primero el código y las palabras nuevas</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCard</name>
        <message>
            <source>Delve recovery sheet</source>
            <translation>Hoja de rescate de Delve</translation>
        </message>
        <message>
            <source>Print it</source>
            <translation>Imprimirla</translation>
        </message>
        <message>
            <source>Print it if you can. A PDF on this laptop can be read by whoever opens the laptop: put it on a stick, print it elsewhere, and delete it here.</source>
            <translation>Imprímala si puede. Un PDF en esta computadora lo puede leer quien la abra: póngalo en una memoria USB, imprímalo en otro lugar y bórrelo aquí.</translation>
        </message>
        <message>
            <source>Recovery code: {0}</source>
            <translation>Código de rescate: {0}</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Guardar en PDF</translation>
        </message>
        <message>
            <source>Save the recovery sheet</source>
            <translation>Guardar la hoja de rescate</translation>
        </message>
        <message>
            <source>Saved as {0}. Print it, and keep the paper apart from the laptop.</source>
            <translation>Hoja guardada como {0}. Imprímala y guarde el papel lejos de la computadora.</translation>
        </message>
        <message>
            <source>The printer did not take the sheet. Try again, or save it as a PDF.</source>
            <translation>La impresora no aceptó la hoja. Pruebe de nuevo o guárdela en PDF.</translation>
        </message>
        <message>
            <source>The same code as a square</source>
            <translation>El mismo código, como imagen cuadrada</translation>
        </message>
        <message>
            <source>The sheet was sent to the printer. Keep it apart from the laptop.</source>
            <translation>La hoja se envió a la impresora. Guárdela lejos de la computadora.</translation>
        </message>
        <message>
            <source>This laptop knows no printer. Save the sheet as a PDF and print it elsewhere.</source>
            <translation>Esta computadora no tiene ninguna impresora. Guarde la hoja en PDF e imprímala en otro lugar.</translation>
        </message>
        <message>
            <source>Vault of: {0}</source>
            <translation>Caja fuerte de: {0}</translation>
        </message>
    </context>
    <context>
        <name>RecoverySettings</name>
        <message>
            <source>A page on paper that opens your vault when the words are forgotten.</source>
            <translation>Una página en papel que abre su caja fuerte cuando se olvidan las palabras.</translation>
        </message>
        <message>
            <source>Make a new sheet</source>
            <translation>Hacer una hoja nueva</translation>
        </message>
        <message>
            <source>Making it …</source>
            <translation>Haciéndola…</translation>
        </message>
        <message>
            <source>Recovery sheet</source>
            <translation>Hoja de rescate</translation>
        </message>
        <message>
            <source>You have none yet. Without it, forgotten words cannot be helped.</source>
            <translation>Aún no tiene ninguna. Sin ella, las palabras olvidadas no tienen remedio.</translation>
        </message>
        <message>
            <source>You have one. A new one makes it void.</source>
            <translation>Tiene una. Una nueva la anula.</translation>
        </message>
        <message>
            <source>Your words</source>
            <translation>Sus palabras</translation>
        </message>
        <message>
            <source>Your words, for the recovery sheet</source>
            <translation>Sus palabras, para la hoja de rescate</translation>
        </message>
    </context>
    <context>
        <name>RemarkCard</name>
        <message>
            <source>Answer</source>
            <translation>Responder</translation>
        </message>
        <message>
            <source>Answer {0}: {1}</source>
            <translation>Responder a {0}: {1}</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Respondida</translation>
        </message>
        <message>
            <source>It is answered</source>
            <translation>Ya está respondida</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Open as a record, to change it: {0}</source>
            <translation>Abrir como ficha, para cambiarla: {0}</translation>
        </message>
        <message>
            <source>Read all of it</source>
            <translation>Leer todo</translation>
        </message>
        <message>
            <source>Read all that {0} says</source>
            <translation>Leer todo lo que dice {0}</translation>
        </message>
        <message numerus="yes">
            <source>Show %n earlier</source>
            <translation>
                <numerusform>Mostrar %n anterior</numerusform>
                <numerusform>Mostrar %n anteriores</numerusform>
            </translation>
        </message>
        <message>
            <source>This question is answered: {0}</source>
            <translation>Esta pregunta está respondida: {0}</translation>
        </message>
        <message>
            <source>Waits for an answer</source>
            <translation>Espera una respuesta</translation>
        </message>
        <message>
            <source>you</source>
            <translation>usted</translation>
        </message>
        <message>
            <source>{0} says</source>
            <translation>{0} dice</translation>
        </message>
        <message>
            <source>{0} · about: {1}</source>
            <translation>{0} · sobre: {1}</translation>
        </message>
    </context>
    <context>
        <name>RequestsCard</name>
        <message>
            <source>Approve {0}</source>
            <translation>Aprobar a {0}</translation>
        </message>
        <message>
            <source>Call them: do they read the same six words?</source>
            <translation>Llame: ¿lee la persona las mismas seis palabras?</translation>
        </message>
        <message>
            <source>If one word differs, approve nobody: make a new code, and let them ask again.</source>
            <translation>Si una sola palabra es distinta, no apruebe a nadie: haga un código nuevo y que lo pidan otra vez.</translation>
        </message>
        <message>
            <source>Nobody is waiting. Sync now to look again.</source>
            <translation>Nadie espera. Sincronice para mirar de nuevo.</translation>
        </message>
        <message>
            <source>The words are the same: approve</source>
            <translation>Las palabras son las mismas: aprobar</translation>
        </message>
        <message>
            <source>Who wants to join</source>
            <translation>Quién quiere unirse</translation>
        </message>
    </context>
    <context>
        <name>RestoreStep</name>
        <message>
            <source>And the laptop that made it?</source>
            <translation>¿Y la computadora que la hizo?</translation>
        </message>
        <message>
            <source>Back from a backup</source>
            <translation>Recuperar de una copia</translation>
        </message>
        <message>
            <source>Backups ({0})</source>
            <translation>Copias ({0})</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>Recuperar</translation>
        </message>
        <message>
            <source>Bringing it back</source>
            <translation>Recuperando la copia</translation>
        </message>
        <message>
            <source>Choose the backup</source>
            <translation>Elegir la copia</translation>
        </message>
        <message>
            <source>It is gone or lost</source>
            <translation>Ya no está o se perdió</translation>
        </message>
        <message>
            <source>It is still used</source>
            <translation>Todavía se usa</translation>
        </message>
        <message>
            <source>The backup</source>
            <translation>La copia</translation>
        </message>
        <message>
            <source>The file, its words, and the old laptop must be known first</source>
            <translation>Primero hacen falta el archivo, sus palabras y la computadora antigua</translation>
        </message>
        <message>
            <source>The vault in the backup comes onto this laptop. The backup itself stays as it is.</source>
            <translation>La caja fuerte de la copia viene a esta computadora. La copia misma queda como está.</translation>
        </message>
        <message>
            <source>The words of that day</source>
            <translation>Las palabras de ese día</translation>
        </message>
        <message>
            <source>The words of the backup</source>
            <translation>Las palabras de la copia</translation>
        </message>
    </context>
    <context>
        <name>RichEdit</name>
        <message>
            <source>How many</source>
            <translation>Cuántos</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Qué</translation>
        </message>
    </context>
    <context>
        <name>RowDelegate</name>
        <message>
            <source>(without a title)</source>
            <translation>(sin título)</translation>
        </message>
        <message>
            <source>two versions</source>
            <translation>dos versiones</translation>
        </message>
    </context>
    <context>
        <name>RunCard</name>
        <message numerus="yes">
            <source>%n changes wait to go out</source>
            <translation>
                <numerusform>%n cambio por enviar</numerusform>
                <numerusform>%n cambios por enviar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them need your decision</source>
            <translation>
                <numerusform>%n de ellas espera su decisión</numerusform>
                <numerusform>%n de ellas esperan su decisión</numerusform>
            </translation>
        </message>
        <message>
            <source>A sample, which is never sent</source>
            <translation>Un ejemplo que nunca se envía</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Listo</translation>
        </message>
        <message>
            <source>If the link breaks or you stop, nothing is lost. It goes on from here next time.</source>
            <translation>Si se corta la conexión o si usted la detiene, nada se pierde. La próxima vez sigue desde aquí.</translation>
        </message>
        <message>
            <source>In a space of your own, this says what waits to go out, and what came in.</source>
            <translation>En un espacio propio, aquí se ve lo que espera salir y lo que llegó.</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Esta vez no</translation>
        </message>
        <message>
            <source>Nothing waits to go out</source>
            <translation>Nada por enviar</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Servidor</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sincronizar</translation>
        </message>
        <message>
            <source>Syncing with the server</source>
            <translation>Sincronizando con el servidor</translation>
        </message>
        <message>
            <source>This laptop</source>
            <translation>Esta computadora</translation>
        </message>
        <message>
            <source>Without a link everything stays safe on this laptop.</source>
            <translation>Sin conexión todo sigue a salvo en esta computadora.</translation>
        </message>
        <message>
            <source>{0} a second</source>
            <translation>{0} por segundo</translation>
        </message>
        <message>
            <source>{0} of {1} sent</source>
            <translation>{0} de {1} enviados</translation>
        </message>
        <message>
            <source>{0} sent, {1} received</source>
            <translation>{0} enviados, {1} recibidos</translation>
        </message>
    </context>
    <context>
        <name>RunLine</name>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
    </context>
    <context>
        <name>ScalarDispute</name>
        <message numerus="yes">
            <source>%n versions: {0}</source>
            <translation>
                <numerusform>%n versión: {0}</numerusform>
                <numerusform>%n versiones: {0}</numerusform>
            </translation>
        </message>
        <message>
            <source>Keep all</source>
            <translation>Conservar todas</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Conservar ambas</translation>
        </message>
        <message>
            <source>New value: {0}</source>
            <translation>Valor nuevo: {0}</translation>
        </message>
        <message>
            <source>Two versions: {0}</source>
            <translation>Dos versiones: {0}</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Clear the search</source>
            <translation>Limpiar la búsqueda</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filtrar</translation>
        </message>
        <message>
            <source>Show only some: by theme, country, language and more</source>
            <translation>Mostrar solo algunas: por tema, país, idioma y más</translation>
        </message>
    </context>
    <context>
        <name>SecretField</name>
        <message>
            <source>Hide</source>
            <translation>Ocultar</translation>
        </message>
        <message>
            <source>Hide the passphrase</source>
            <translation>Ocultar la frase secreta</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Show the passphrase</source>
            <translation>Mostrar la frase secreta</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
    </context>
    <context>
        <name>SheetStep</name>
        <message>
            <source>If the words are ever forgotten, this page opens the vault. Nobody else can help you then, not even us. You can also make it later, in Settings.</source>
            <translation>Si un día se olvidan las palabras, esta página abre la caja fuerte. Nadie más podrá ayudarle, ni siquiera nosotros. También puede hacerla después, en Ajustes.</translation>
        </message>
        <message>
            <source>Make my recovery sheet</source>
            <translation>Hacer mi hoja de rescate</translation>
        </message>
        <message>
            <source>Making it …</source>
            <translation>Haciéndola…</translation>
        </message>
        <message>
            <source>Start writing</source>
            <translation>Empezar a escribir</translation>
        </message>
        <message>
            <source>Your recovery sheet</source>
            <translation>Su hoja de rescate</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>Undone.</source>
            <translation>Deshecho.</translation>
        </message>
    </context>
    <context>
        <name>SoundPlayer</name>
        <message>
            <source>Play</source>
            <translation>Escuchar</translation>
        </message>
        <message>
            <source>Play {0}</source>
            <translation>Escuchar {0}</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
    </context>
    <context>
        <name>SourceBar</name>
        <message>
            <source>(without a title)</source>
            <translation>(sin título)</translation>
        </message>
        <message>
            <source>A report on a practice that has not arrived yet.</source>
            <translation>Un relato sobre una práctica que aún no llegó.</translation>
        </message>
        <message>
            <source>A translation of something that has not arrived yet.</source>
            <translation>Una traducción de algo que aún no llegó.</translation>
        </message>
        <message>
            <source>See</source>
            <translation>Ver</translation>
        </message>
        <message>
            <source>See {0}</source>
            <translation>Ver {0}</translation>
        </message>
        <message>
            <source>The original has changed since (step {0}).</source>
            <translation>El original cambió desde entonces (paso {0}).</translation>
        </message>
        <message>
            <source>The original has changed since ({0}).</source>
            <translation>El original cambió desde entonces ({0}).</translation>
        </message>
        <message>
            <source>The original lies in the bin.</source>
            <translation>El original está en la papelera.</translation>
        </message>
        <message>
            <source>Translated from {0}.</source>
            <translation>Traducción. Idioma original: {0}.</translation>
        </message>
        <message>
            <source>Translated from: {0}</source>
            <translation>Traducido de: {0}</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>Bringing it back …</source>
            <translation>Recuperando la copia…</translation>
        </message>
        <message>
            <source>Making your vault …</source>
            <translation>Creando su caja fuerte…</translation>
        </message>
        <message>
            <source>Opening …</source>
            <translation>Abriendo…</translation>
        </message>
    </context>
    <context>
        <name>Step</name>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
    </context>
    <context>
        <name>SyncPill</name>
        <message>
            <source>Offline</source>
            <translation>Sin conexión</translation>
        </message>
        <message>
            <source>Sync: {0}</source>
            <translation>Sincronización: {0}</translation>
        </message>
    </context>
    <context>
        <name>TextDispute</name>
        <message numerus="yes">
            <source>%n versions of this paragraph</source>
            <translation>
                <numerusform>%n versión de este párrafo</numerusform>
                <numerusform>%n versiones de este párrafo</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose again</source>
            <translation>Elegir de nuevo</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Conservar ambas</translation>
        </message>
        <message>
            <source>New paragraph</source>
            <translation>Párrafo nuevo</translation>
        </message>
        <message>
            <source>Two versions of this paragraph</source>
            <translation>Dos versiones de este párrafo</translation>
        </message>
        <message>
            <source>came by the server</source>
            <translation>llegó por el servidor</translation>
        </message>
        <message>
            <source>on this laptop</source>
            <translation>en esta computadora</translation>
        </message>
        <message>
            <source>you</source>
            <translation>usted</translation>
        </message>
    </context>
    <context>
        <name>Together</name>
        <message>
            <source>(without a title)</source>
            <translation>(sin título)</translation>
        </message>
        <message>
            <source>Belongs together with</source>
            <translation>Va junto con</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contacto</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>Práctica</translation>
        </message>
        <message>
            <source>Question or answer</source>
            <translation>Pregunta o respuesta</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Leer</translation>
        </message>
        <message>
            <source>Read {0}</source>
            <translation>Leer {0}</translation>
        </message>
        <message>
            <source>Something that is still to come</source>
            <translation>Algo que aún está por llegar</translation>
        </message>
        <message>
            <source>Speaks of this</source>
            <translation>Lo que habla de esto</translation>
        </message>
        <message>
            <source>They tried it</source>
            <translation>La probaron</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>y %n más</numerusform>
                <numerusform>y %n más</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} · has not arrived yet</source>
            <translation>{0} · aún no llegó</translation>
        </message>
        <message>
            <source>{0} · in the bin</source>
            <translation>{0} · en la papelera</translation>
        </message>
    </context>
    <context>
        <name>Told</name>
        <message>
            <source>Delve was locked while these were being added. They are not in their record; add them again: {0}</source>
            <translation>Delve se bloqueó mientras se agregaban estos archivos. No están en su ficha; agréguelos otra vez: {0}</translation>
        </message>
    </context>
    <context>
        <name>ToolBar</name>
        <message>
            <source>Bold (Ctrl+B)</source>
            <translation>Negrita (Ctrl+B)</translation>
        </message>
        <message>
            <source>Bullets (Ctrl+Shift+8)</source>
            <translation>Viñetas (Ctrl+Mayús+8)</translation>
        </message>
        <message>
            <source>Column after</source>
            <translation>Columna después</translation>
        </message>
        <message>
            <source>Column before</source>
            <translation>Columna antes</translation>
        </message>
        <message>
            <source>Fixed letters</source>
            <translation>Ancho fijo</translation>
        </message>
        <message>
            <source>Heading</source>
            <translation>Título</translation>
        </message>
        <message>
            <source>Italic (Ctrl+I)</source>
            <translation>Cursiva (Ctrl+I)</translation>
        </message>
        <message>
            <source>Kind of paragraph</source>
            <translation>Tipo de párrafo</translation>
        </message>
        <message>
            <source>Large heading</source>
            <translation>Título grande</translation>
        </message>
        <message>
            <source>Link (Ctrl+Shift+K)</source>
            <translation>Enlace (Ctrl+Mayús+K)</translation>
        </message>
        <message>
            <source>Normal text</source>
            <translation>Texto normal</translation>
        </message>
        <message>
            <source>Numbers (Ctrl+Shift+7)</source>
            <translation>Numeración (Ctrl+Mayús+7)</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Quotation</source>
            <translation>Cita</translation>
        </message>
        <message>
            <source>Redo (Ctrl+Y)</source>
            <translation>Rehacer (Ctrl+Y)</translation>
        </message>
        <message>
            <source>Row above</source>
            <translation>Fila arriba</translation>
        </message>
        <message>
            <source>Row below</source>
            <translation>Fila abajo</translation>
        </message>
        <message>
            <source>Small heading</source>
            <translation>Título pequeño</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabla</translation>
        </message>
        <message>
            <source>Take the column away</source>
            <translation>Quitar la columna</translation>
        </message>
        <message>
            <source>Take the row away</source>
            <translation>Quitar la fila</translation>
        </message>
        <message>
            <source>Text tools</source>
            <translation>Herramientas de texto</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Deshacer (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Voice</source>
            <translation>Voz</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>A new space</source>
            <translation>Un espacio nuevo</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>Space: {0}</source>
            <translation>Espacio: {0}</translation>
        </message>
    </context>
    <context>
        <name>TravelCard</name>
        <message numerus="yes">
            <source>%n countries</source>
            <translation>
                <numerusform>%n país</numerusform>
                <numerusform>%n países</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sites</source>
            <translation>
                <numerusform>%n sitio</numerusform>
                <numerusform>%n sitios</numerusform>
            </translation>
        </message>
        <message>
            <source>(without a title)</source>
            <translation>(sin título)</translation>
        </message>
        <message>
            <source>How a practice travels</source>
            <translation>Cómo viaja una práctica</translation>
        </message>
        <message>
            <source>Which practice</source>
            <translation>Qué práctica</translation>
        </message>
        <message>
            <source>did not work</source>
            <translation>no funcionó</translation>
        </message>
        <message>
            <source>started here</source>
            <translation>nació aquí</translation>
        </message>
        <message>
            <source>tried, it works</source>
            <translation>probada, funciona</translation>
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
            <translation>Alguien</translation>
        </message>
    </context>
    <context>
        <name>TwoVersions</name>
        <message>
            <source>(left empty)</source>
            <translation>(quedó vacío)</translation>
        </message>
        <message>
            <source>It was changed in several places before the laptops met. All are kept.</source>
            <translation>Se cambió en varios lugares antes de que las computadoras se encontraran. Todas las versiones se conservan.</translation>
        </message>
        <message>
            <source>It was changed in two places before the laptops met. Both are kept until you choose.</source>
            <translation>Se cambió en dos lugares antes de que las computadoras se encontraran. Ambas versiones se conservan hasta que usted elija.</translation>
        </message>
        <message>
            <source>Keep this</source>
            <translation>Conservar esta</translation>
        </message>
        <message>
            <source>Keep this: {0}, written by {1}</source>
            <translation>Conservar esta: {0}, escrito por {1}</translation>
        </message>
        <message>
            <source>Write another</source>
            <translation>Escribir otra cosa</translation>
        </message>
        <message>
            <source>Written by {0}</source>
            <translation>Escrito por {0}</translation>
        </message>
        <message>
            <source>You can undo any choice.</source>
            <translation>Puede deshacer cualquier elección.</translation>
        </message>
    </context>
    <context>
        <name>UnlockCard</name>
        <message numerus="yes">
            <source>%n words so far</source>
            <translation>
                <numerusform>%n palabra hasta ahora</numerusform>
                <numerusform>%n palabras hasta ahora</numerusform>
            </translation>
        </message>
        <message>
            <source>1 word so far</source>
            <translation>1 palabra hasta ahora</translation>
        </message>
        <message>
            <source>A wrong word harms nothing. Try as often as you like.</source>
            <translation>Una palabra equivocada no daña nada. Pruebe cuantas veces quiera.</translation>
        </message>
        <message>
            <source>Caps lock seems to be on.</source>
            <translation>Parece que Bloq Mayús está activado.</translation>
        </message>
        <message>
            <source>Forgotten your words?</source>
            <translation>¿Olvidó sus palabras?</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Opening …</source>
            <translation>Abriendo…</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Frase secreta</translation>
        </message>
        <message>
            <source>Type your words to open.</source>
            <translation>Escriba sus palabras para abrir.</translation>
        </message>
        <message>
            <source>Welcome back</source>
            <translation>Qué gusto verle de nuevo</translation>
        </message>
        <message>
            <source>Welcome back, {0}</source>
            <translation>Qué gusto verle, {0}</translation>
        </message>
    </context>
    <context>
        <name>VcardDrop</name>
        <message numerus="yes">
            <source>%n brought up to date</source>
            <translation>
                <numerusform>%n puesto al día</numerusform>
                <numerusform>%n puestos al día</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n contacts are in the bin now.</source>
            <translation>
                <numerusform>%n contacto está ahora en la papelera.</numerusform>
                <numerusform>%n contactos están ahora en la papelera.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n contacts came in</source>
            <translation>
                <numerusform>llegó %n contacto</numerusform>
                <numerusform>llegaron %n contactos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n here already</source>
            <translation>
                <numerusform>%n ya está aquí</numerusform>
                <numerusform>%n ya están aquí</numerusform>
            </translation>
        </message>
        <message>
            <source>Address books ({0})</source>
            <translation>Libretas de direcciones ({0})</translation>
        </message>
        <message>
            <source>Bring in contacts from a file</source>
            <translation>Traer contactos de un archivo</translation>
        </message>
        <message>
            <source>Join or start a space first; contacts belong to one.</source>
            <translation>Primero únase a un espacio o cree uno; los contactos pertenecen a un espacio.</translation>
        </message>
        <message>
            <source>There was no contact in it.</source>
            <translation>No había ningún contacto.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
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
                <numerusform>%n cambio suyo</numerusform>
                <numerusform>%n cambios suyos</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing. Everything written here has gone out.</source>
            <translation>Nada. Todo lo escrito aquí ya se envió.</translation>
        </message>
        <message>
            <source>Passed on for {0}</source>
            <translation>De {0}, para transmitir</translation>
        </message>
        <message>
            <source>Waiting to go</source>
            <translation>Por enviar</translation>
        </message>
        <message>
            <source>Your changes, on their way</source>
            <translation>Sus cambios, en camino</translation>
        </message>
    </context>
    <context>
        <name>WalkBand</name>
        <message>
            <source>Leave</source>
            <translation>Salir</translation>
        </message>
        <message>
            <source>You are looking around in made-up records. Nothing is kept, nothing is sent.</source>
            <translation>Está mirando fichas inventadas. Nada se guarda, nada se envía.</translation>
        </message>
    </context>
    <context>
        <name>WalkStep</name>
        <message>
            <source>Bringing the samples in …</source>
            <translation>Cargando los ejemplos…</translation>
        </message>
        <message>
            <source>Look around</source>
            <translation>Explorar</translation>
        </message>
        <message>
            <source>Sample records</source>
            <translation>Fichas de ejemplo</translation>
        </message>
        <message>
            <source>Walk through with made-up notes and practices. Nothing is kept, nothing is sent.</source>
            <translation>Recorra notas y prácticas inventadas. Nada se guarda, nada se envía.</translation>
        </message>
        <message>
            <source>{0} of {1} records</source>
            <translation>{0} de {1} fichas</translation>
        </message>
    </context>
    <context>
        <name>WaysButton</name>
        <message>
            <source>What for</source>
            <translation>Uso</translation>
        </message>
        <message>
            <source>{0}, what for: {1}</source>
            <translation>{0}, uso: {1}</translation>
        </message>
    </context>
    <context>
        <name>WeekDots</name>
        <message numerus="yes">
            <source>heard of in %n of the last 12 weeks</source>
            <translation>
                <numerusform>con noticias en %n de las últimas 12 semanas</numerusform>
                <numerusform>con noticias en %n de las últimas 12 semanas</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Writing</name>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Keep what I wrote</source>
            <translation>Conservar lo que escribí</translation>
        </message>
    </context>
    <context>
        <name>_Doors</name>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>I have a backup</source>
            <translation>Tengo una copia</translation>
        </message>
        <message>
            <source>I have an invite</source>
            <translation>Tengo una invitación</translation>
        </message>
        <message>
            <source>I start a group</source>
            <translation>Creo un grupo</translation>
        </message>
        <message>
            <source>I want to look first</source>
            <translation>Primero quiero mirar</translation>
        </message>
        <message>
            <source>Join with an invite</source>
            <translation>Unirse con una invitación</translation>
        </message>
        <message>
            <source>Look around</source>
            <translation>Explorar</translation>
        </message>
        <message>
            <source>No internet needed</source>
            <translation>No hace falta internet</translation>
        </message>
        <message>
            <source>Start a new space</source>
            <translation>Crear un espacio</translation>
        </message>
        <message>
            <source>Walk through with made-up notes and practices. Nothing is kept, nothing is sent.</source>
            <translation>Recorra notas y prácticas inventadas. Nada se guarda, nada se envía.</translation>
        </message>
        <message>
            <source>What works at one mine can help at the next. It all stays on this laptop until you send it.</source>
            <translation>Lo que funciona en una mina puede ayudar en otra. Todo queda en esta computadora hasta que lo envíe.</translation>
        </message>
        <message>
            <source>Which door is yours?</source>
            <translation>¿Cuál es su puerta?</translation>
        </message>
        <message>
            <source>You coordinate an association or a region, and want to invite the others.</source>
            <translation>Usted coordina una asociación o una región y quiere invitar a los demás.</translation>
        </message>
        <message>
            <source>Your coordinator gave you a file, a code or a square picture.</source>
            <translation>Su coordinación le dio un archivo, un código o una imagen cuadrada.</translation>
        </message>
        <message>
            <source>takes under two minutes</source>
            <translation>tarda menos de dos minutos</translation>
        </message>
        <message>
            <source>you can come back to these doors later</source>
            <translation>puede volver a estas puertas después</translation>
        </message>
    </context>
    <context>
        <name>_EntryDelegate</name>
        <message>
            <source>(without a title)</source>
            <translation>(sin título)</translation>
        </message>
    </context>
    <context>
        <name>_Row</name>
        <message>
            <source>Country</source>
            <translation>País</translation>
        </message>
        <message>
            <source>District, region</source>
            <translation>Distrito, región</translation>
        </message>
        <message>
            <source>House, floor</source>
            <translation>Casa, piso</translation>
        </message>
        <message>
            <source>P.O. box</source>
            <translation>Apartado postal</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Código postal</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>Quitar {0}</translation>
        </message>
        <message>
            <source>Street and number</source>
            <translation>Calle y número</translation>
        </message>
        <message>
            <source>Village or town</source>
            <translation>Pueblo o ciudad</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}: {1}</translation>
        </message>
    </context>
    <context>
        <name>ages</name>
        <message numerus="yes">
            <source>%n days ago</source>
            <translation>
                <numerusform>hace %n día</numerusform>
                <numerusform>hace %n días</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hours ago</source>
            <translation>
                <numerusform>hace %n hora</numerusform>
                <numerusform>hace %n horas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minutes ago</source>
            <translation>
                <numerusform>hace %n minuto</numerusform>
                <numerusform>hace %n minutos</numerusform>
            </translation>
        </message>
        <message>
            <source>about {0}</source>
            <translation>hacia {0}</translation>
        </message>
        <message>
            <source>now</source>
            <translation>ahora</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>ayer</translation>
        </message>
    </context>
    <context>
        <name>attachments</name>
        <message>
            <source>Delve cannot use the sound of this system: save the recording to hear it.</source>
            <translation>Delve no puede usar el sonido de este sistema: guarde la grabación para oírla.</translation>
        </message>
        <message>
            <source>The part of Qt that plays sound is not installed.</source>
            <translation>La parte de Qt que reproduce sonido no está instalada.</translation>
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
            <translation>Una pregunta o respuesta sin publicar</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Kept on this laptop, {0}</source>
            <translation>Guardado en esta computadora, {0}</translation>
        </message>
        <message>
            <source>You had begun something new</source>
            <translation>Había empezado algo nuevo</translation>
        </message>
        <message>
            <source>You had begun “{0}”</source>
            <translation>Había empezado “{0}”</translation>
        </message>
    </context>
    <context>
        <name>codes</name>
        <message>
            <source>A code has only letters and digits. Look at it again.</source>
            <translation>Un código solo tiene letras y dígitos. Mírelo de nuevo.</translation>
        </message>
        <message>
            <source>The code is not whole, or there is too much of it. Look at it again.</source>
            <translation>El código no está entero, o sobra algo. Mírelo de nuevo.</translation>
        </message>
        <message>
            <source>There is a typing mistake in group {0}. Look at it again.</source>
            <translation>Hay un error de escritura en el grupo {0}. Mírelo de nuevo.</translation>
        </message>
        <message>
            <source>There is more than one typing mistake in the code. Look at it again.</source>
            <translation>Hay más de un error de escritura en el código. Mírelo de nuevo.</translation>
        </message>
        <message>
            <source>This code cannot be used here. Ask for a new one.</source>
            <translation>Este código no sirve aquí. Pida uno nuevo.</translation>
        </message>
        <message>
            <source>This code is for something else. An invite begins with JOIN.</source>
            <translation>Este código es para otra cosa. Una invitación empieza por JOIN.</translation>
        </message>
        <message>
            <source>Type the code, or choose the file or picture you were given.</source>
            <translation>Escriba el código, o elija el archivo o la imagen que le dieron.</translation>
        </message>
    </context>
    <context>
        <name>commands</name>
        <message>
            <source>A new space</source>
            <translation>Un espacio nuevo</translation>
        </message>
        <message>
            <source>Bring in contacts from a file</source>
            <translation>Traer contactos de un archivo</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
        <message>
            <source>Go to {0}</source>
            <translation>Ir a {0}</translation>
        </message>
        <message>
            <source>Help for this page</source>
            <translation>Ayuda para esta página</translation>
        </message>
        <message>
            <source>Language: {0}</source>
            <translation>Idioma: {0}</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Light or dark as the system</source>
            <translation>Claro u oscuro como el sistema</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>Contacto nuevo</translation>
        </message>
        <message>
            <source>New note</source>
            <translation>Nota nueva</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Sincronizar ahora</translation>
        </message>
        <message>
            <source>Work in {0}</source>
            <translation>Trabajar en {0}</translation>
        </message>
        <message>
            <source>help</source>
            <translation>ayuda</translation>
        </message>
        <message>
            <source>import address book vCard</source>
            <translation>importar libreta de direcciones vCard</translation>
        </message>
        <message>
            <source>send receive exchange</source>
            <translation>enviar recibir intercambiar</translation>
        </message>
        <message>
            <source>theme colours</source>
            <translation>tema colores</translation>
        </message>
    </context>
    <context>
        <name>editors</name>
        <message>
            <source>First letters, then Enter</source>
            <translation>Primeras letras y Enter</translation>
        </message>
        <message>
            <source>First letters, then choose</source>
            <translation>Primeras letras y elegir</translation>
        </message>
        <message>
            <source>Something else: type it and press Enter</source>
            <translation>Otra cosa: escríbala y pulse Enter</translation>
        </message>
        <message>
            <source>Type and press Enter</source>
            <translation>Escriba y pulse Enter</translation>
        </message>
        <message>
            <source>{0}, or only {1}</source>
            <translation>{0}, o solo {1}</translation>
        </message>
    </context>
    <context>
        <name>exchange</name>
        <message numerus="yes">
            <source>%n changes came in</source>
            <translation>
                <numerusform>llegó %n cambio</numerusform>
                <numerusform>llegaron %n cambios</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changes came in.</source>
            <translation>
                <numerusform>Llegó %n cambio.</numerusform>
                <numerusform>Llegaron %n cambios.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changes went out.</source>
            <translation>
                <numerusform>Se envió %n cambio.</numerusform>
                <numerusform>Se enviaron %n cambios.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures and files came in.</source>
            <translation>
                <numerusform>Llegó %n imagen o archivo.</numerusform>
                <numerusform>Llegaron %n imágenes y archivos.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures and files wait for the next sync; the text is through.</source>
            <translation>
                <numerusform>%n imagen o archivo espera la próxima sincronización; el texto ya pasó.</numerusform>
                <numerusform>%n imágenes y archivos esperan la próxima sincronización; el texto ya pasó.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures and files went out.</source>
            <translation>
                <numerusform>Se envió %n imagen o archivo.</numerusform>
                <numerusform>Se enviaron %n imágenes y archivos.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pieces wait for something that has not come yet. They are kept.</source>
            <translation>
                <numerusform>%n parte espera algo que aún no llegó. Se conserva.</numerusform>
                <numerusform>%n partes esperan algo que aún no llegó. Se conservan.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n records came in or changed.</source>
            <translation>
                <numerusform>%n ficha llegó o cambió.</numerusform>
                <numerusform>%n fichas llegaron o cambiaron.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing new on either side.</source>
            <translation>Nada nuevo de ningún lado.</translation>
        </message>
        <message>
            <source>The data for this sync was used up. The rest goes next time.</source>
            <translation>Se agotaron los datos previstos. El resto va la próxima vez.</translation>
        </message>
        <message>
            <source>The server did not take them this time. Delve tries again by itself.</source>
            <translation>El servidor no las recibió esta vez. Delve lo intenta de nuevo por sí solo.</translation>
        </message>
        <message>
            <source>The server has no room for more of them. Whoever runs it can make some.</source>
            <translation>El servidor no tiene espacio para más. Quien lo administra puede hacer lugar.</translation>
        </message>
        <message>
            <source>This laptop and the server hold the same.</source>
            <translation>Esta computadora y el servidor tienen lo mismo.</translation>
        </message>
        <message>
            <source>This laptop has no room for more of them. Make some, then sync again.</source>
            <translation>Esta computadora no tiene lugar para más. Haga lugar y sincronice de nuevo.</translation>
        </message>
        <message>
            <source>Your coordinator has not let you in yet. What you write waits here, safe.</source>
            <translation>Su coordinación aún no ha aprobado su solicitud. Lo que escribe espera aquí, a salvo.</translation>
        </message>
        <message numerus="yes">
            <source>about %n minutes left</source>
            <translation>
                <numerusform>falta %n minuto más o menos</numerusform>
                <numerusform>faltan %n minutos más o menos</numerusform>
            </translation>
        </message>
        <message>
            <source>less than a minute left</source>
            <translation>falta menos de un minuto</translation>
        </message>
        <message>
            <source>{0} MB</source>
            <translation>{0} MB</translation>
        </message>
        <message>
            <source>{0} bytes</source>
            <translation>{0} bytes</translation>
        </message>
        <message>
            <source>{0} kB</source>
            <translation>{0} kB</translation>
        </message>
        <message>
            <source>{0} of {1} pictures and files</source>
            <translation>{0} de {1} imágenes y archivos</translation>
        </message>
    </context>
    <context>
        <name>faults</name>
        <message>
            <source>An address needs one line at least.</source>
            <translation>Una dirección necesita al menos una línea.</translation>
        </message>
        <message>
            <source>This is too long for one field. Put a part of it somewhere else; nothing is lost.</source>
            <translation>Es demasiado largo para un campo. Ponga una parte en otro lugar; nada se pierde.</translation>
        </message>
        <message>
            <source>Write an amount as 60 or 12.50, and choose its currency.</source>
            <translation>Escriba un monto, como 60, y elija la moneda.</translation>
        </message>
        <message>
            <source>Write degrees north and east with one decimal, as -2.9, 32.2</source>
            <translation>Escriba grados norte y este con un decimal, como -2.9, 32.2</translation>
        </message>
        <message>
            <source>“{0}” is no country in the list. Type the first letters and choose.</source>
            <translation>“{0}” no es un país de la lista. Escriba las primeras letras y elija.</translation>
        </message>
        <message>
            <source>“{0}” is no date. Write a day, a month or a year.</source>
            <translation>“{0}” no es una fecha. Escriba un día, un mes o un año.</translation>
        </message>
        <message>
            <source>“{0}” is no e-mail address. It has an @ in the middle.</source>
            <translation>“{0}” no es una dirección de correo. Lleva una @ en el medio.</translation>
        </message>
        <message>
            <source>“{0}” is no language in the list. Type the first letters and choose.</source>
            <translation>“{0}” no es un idioma de la lista. Escriba las primeras letras y elija.</translation>
        </message>
        <message>
            <source>“{0}” is no phone number. Write digits, with + and the number of the country first.</source>
            <translation>“{0}” no es un número de teléfono. Escriba solo números, primero + y el código del país.</translation>
        </message>
        <message>
            <source>“{0}” is no web address. It begins with https://</source>
            <translation>“{0}” no es una dirección web. Empieza por https://</translation>
        </message>
        <message>
            <source>“{0}” is not in the list. Type the first letters and choose.</source>
            <translation>“{0}” no está en la lista. Escriba las primeras letras y elija.</translation>
        </message>
    </context>
    <context>
        <name>filters</name>
        <message>
            <source>Country</source>
            <translation>País</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filtrar</translation>
        </message>
        <message>
            <source>Has a phone</source>
            <translation>Tiene teléfono</translation>
        </message>
        <message>
            <source>Has photo</source>
            <translation>Tiene foto</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Las mías</translation>
        </message>
        <message>
            <source>Mineral</source>
            <translation>Mineral</translation>
        </message>
        <message>
            <source>Needs answer</source>
            <translation>Espera respuesta</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Novedades</translation>
        </message>
        <message>
            <source>Not yet sent</source>
            <translation>Aún sin enviar</translation>
        </message>
        <message>
            <source>Other words</source>
            <translation>Otras palabras</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>Este año</translation>
        </message>
        <message>
            <source>Tried</source>
            <translation>Probadas</translation>
        </message>
    </context>
    <context>
        <name>frames</name>
        <message>
            <source>Page, arrow keys scroll it</source>
            <translation>Página, las flechas la desplazan</translation>
        </message>
    </context>
    <context>
        <name>home</name>
        <message numerus="yes">
            <source>%n sites</source>
            <translation>
                <numerusform>%n sitio</numerusform>
                <numerusform>%n sitios</numerusform>
            </translation>
        </message>
        <message>
            <source>Map of where this practice was tried</source>
            <translation>Mapa de dónde se probó esta práctica</translation>
        </message>
        <message>
            <source>{0}: started here, tried at {1}</source>
            <translation>{0}: nació aquí, probada en {1}</translation>
        </message>
        <message>
            <source>{0}: tried at {1}, it did not work</source>
            <translation>{0}: probada en {1}, no funcionó</translation>
        </message>
        <message>
            <source>{0}: tried at {1}, it works</source>
            <translation>{0}: probada en {1}, funciona</translation>
        </message>
    </context>
    <context>
        <name>leaflet</name>
        <message>
            <source>(without a title)</source>
            <translation>(sin título)</translation>
        </message>
        <message>
            <source>**Never:** {0}</source>
            <translation>**Nunca:** {0}</translation>
        </message>
        <message>
            <source>Danger – read this first</source>
            <translation>Peligro: léalo primero</translation>
        </message>
        <message>
            <source>Printed from Delve</source>
            <translation>Impreso desde Delve</translation>
        </message>
        <message>
            <source>What it costs</source>
            <translation>Cuánto cuesta</translation>
        </message>
        <message>
            <source>Whom to ask</source>
            <translation>A quién preguntar</translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation>{0}, {1}</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}: {1}</translation>
        </message>
    </context>
    <context>
        <name>log</name>
        <message numerus="yes">
            <source>%n in</source>
            <translation>
                <numerusform>%n recibido</numerusform>
                <numerusform>%n recibidos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n out</source>
            <translation>
                <numerusform>%n enviado</numerusform>
                <numerusform>%n enviados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) or file(s) with the server</source>
            <translation>
                <numerusform>Con el servidor: %n imagen o archivo</numerusform>
                <numerusform>Con el servidor: %n imágenes o archivos</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing new on either side</source>
            <translation>Nada nuevo de ningún lado</translation>
        </message>
        <message>
            <source>Server not reached. What you wrote stayed here, safe.</source>
            <translation>No se pudo llegar al servidor. Lo que escribió quedó aquí, a salvo.</translation>
        </message>
        <message>
            <source>Stopped before anything moved</source>
            <translation>Detenido antes de mover nada</translation>
        </message>
        <message>
            <source>The server did not accept it. What you wrote stayed here, safe.</source>
            <translation>El servidor no lo aceptó. Lo que escribió quedó aquí, a salvo.</translation>
        </message>
        <message>
            <source>{0}, {1} with the server</source>
            <translation>Con el servidor: {0}, {1}</translation>
        </message>
        <message>
            <source>{0}, {1}, then it was cut off. It goes on from there.</source>
            <translation>{0}, {1}, luego se cortó la conexión. Sigue desde ahí.</translation>
        </message>
    </context>
    <context>
        <name>money</name>
        <message>
            <source>Amount</source>
            <translation>Monto</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>Fecha del precio</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>Moneda</translation>
        </message>
        <message>
            <source>Per month, per gram …</source>
            <translation>Por mes, por gramo…</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}: {1}</translation>
        </message>
    </context>
    <context>
        <name>notes</name>
        <message>
            <source>Not said</source>
            <translation>Sin indicar</translation>
        </message>
    </context>
    <context>
        <name>passphrase</name>
        <message>
            <source>Letters in a row of the keyboard are easy to guess.</source>
            <translation>Letras seguidas del teclado son fáciles de adivinar.</translation>
        </message>
        <message>
            <source>The same letters over and over are easy to guess.</source>
            <translation>Las mismas letras repetidas son fáciles de adivinar.</translation>
        </message>
        <message>
            <source>This is a well-known phrase. Others would try it first.</source>
            <translation>Es una frase conocida. Otros la probarían primero.</translation>
        </message>
        <message>
            <source>This is easy to guess. Try other words.</source>
            <translation>Es fácil de adivinar. Pruebe otras palabras.</translation>
        </message>
        <message>
            <source>This is mostly your own name. Others would try it first.</source>
            <translation>Es sobre todo su propio nombre. Otros lo probarían primero.</translation>
        </message>
        <message>
            <source>Too short yet: six words, or at least 15 letters.</source>
            <translation>Aún muy corta: seis palabras, o al menos 15 letras.</translation>
        </message>
        <message>
            <source>Type six words, or let Delve suggest them.</source>
            <translation>Escriba seis palabras, o deje que Delve las sugiera.</translation>
        </message>
    </context>
    <context>
        <name>pasted</name>
        <message>
            <source>All words came in, some links, bold words or lists as plain words only. Copy smaller parts to keep them.</source>
            <translation>Están todas las palabras, pero algunos enlaces, negritas o listas quedaron como simples palabras. Copie partes más pequeñas para conservarlos.</translation>
        </message>
        <message>
            <source>What you pasted is longer than fits in here: its end is missing. Copy it in smaller parts to have all of it.</source>
            <translation>Lo que pegó es demasiado largo: falta el final. Cópielo en partes más pequeñas para tenerlo todo.</translation>
        </message>
    </context>
    <context>
        <name>practices</name>
        <message>
            <source>About {0}</source>
            <translation>Cerca de {0}</translation>
        </message>
        <message>
            <source>Cost to start</source>
            <translation>Costo para empezar</translation>
        </message>
        <message numerus="yes">
            <source>In %n countries</source>
            <translation>
                <numerusform>En %n país</numerusform>
                <numerusform>En %n países</numerusform>
            </translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Etapa</translation>
        </message>
        <message>
            <source>Who for</source>
            <translation>Para quién</translation>
        </message>
    </context>
    <context>
        <name>results</name>
        <message>
            <source>{0} did not</source>
            <translation>{0} sin éxito</translation>
        </message>
        <message>
            <source>{0} it works</source>
            <translation>{0} con éxito</translation>
        </message>
        <message>
            <source>{0} not said</source>
            <translation>{0} sin indicar</translation>
        </message>
        <message>
            <source>{0} too early</source>
            <translation>{0} aún es pronto</translation>
        </message>
        <message>
            <source>{0} with changes</source>
            <translation>{0} con cambios</translation>
        </message>
    </context>
    <context>
        <name>sections</name>
        <message>
            <source>Bin</source>
            <translation>Papelera</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>Comentarios</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Contactos</translation>
        </message>
        <message>
            <source>Find anything</source>
            <translation>Buscar en todo</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Resultados</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Inicio</translation>
        </message>
        <message>
            <source>Merge desk</source>
            <translation>Decisiones</translation>
        </message>
        <message>
            <source>Name or number</source>
            <translation>Nombre o número</translation>
        </message>
        <message>
            <source>No contacts yet. Begin with New.</source>
            <translation>Aún no hay contactos. Empiece con Nuevo.</translation>
        </message>
        <message>
            <source>No notes yet. Begin with New.</source>
            <translation>Aún no hay notas. Empiece con Nuevo.</translation>
        </message>
        <message>
            <source>No practices yet. They come with an exchange, or begin with New.</source>
            <translation>Aún no hay prácticas. Llegan con un intercambio, o empiece con Nuevo.</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notas</translation>
        </message>
        <message>
            <source>Nothing to decide. When two people change the same thing, both versions appear here.</source>
            <translation>Nada por decidir. Cuando dos personas cambian lo mismo, ambas versiones aparecen aquí.</translation>
        </message>
        <message>
            <source>Others</source>
            <translation>Otros</translation>
        </message>
        <message>
            <source>Practices</source>
            <translation>Prácticas</translation>
        </message>
        <message>
            <source>Search notes</source>
            <translation>Buscar en las notas</translation>
        </message>
        <message>
            <source>Search practices</source>
            <translation>Buscar prácticas</translation>
        </message>
        <message>
            <source>Search the bin</source>
            <translation>Buscar en la papelera</translation>
        </message>
        <message>
            <source>Search what needs a decision</source>
            <translation>Buscar decisiones</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sincronizar</translation>
        </message>
        <message>
            <source>The bin is empty. What you put here can always be taken back.</source>
            <translation>La papelera está vacía. Lo que ponga aquí siempre se puede recuperar.</translation>
        </message>
        <message>
            <source>To decide</source>
            <translation>Por decidir</translation>
        </message>
        <message>
            <source>Tried</source>
            <translation>Probadas</translation>
        </message>
        <message>
            <source>Type a word, a name or a number.</source>
            <translation>Escriba una palabra, un nombre o un número.</translation>
        </message>
    </context>
    <context>
        <name>sentences</name>
        <message>
            <source>A file of this vault is damaged. Delve changed nothing. Use a copy, or ask your coordinator.</source>
            <translation>Un archivo de esta caja fuerte está dañado. Delve no cambió nada. Use una copia o pregunte a su coordinación.</translation>
        </message>
        <message>
            <source>A newer Delve wrote this. It is untouched; update Delve on this laptop to open it.</source>
            <translation>Esto lo escribió un Delve más nuevo. Está intacto; actualice Delve en esta computadora para abrirlo.</translation>
        </message>
        <message>
            <source>Delve is already open for this person. Use the other window.</source>
            <translation>Delve ya está abierto para esta persona. Use la otra ventana.</translation>
        </message>
        <message>
            <source>It is no longer there. Nothing else was changed.</source>
            <translation>Ya no está. No cambió nada más.</translation>
        </message>
        <message>
            <source>Something went wrong in Delve itself. What was saved is safe. You can go on.</source>
            <translation>Algo falló en el propio Delve. Lo guardado está a salvo. Puede continuar.</translation>
        </message>
        <message>
            <source>Stopped. What had arrived is kept, and it goes on from here next time.</source>
            <translation>Detenido. Lo que llegó se conserva, y la próxima vez sigue desde aquí.</translation>
        </message>
        <message>
            <source>The disk had trouble just now. What was saved before is safe. Make a copy, then try again.</source>
            <translation>El disco acaba de tener un problema. Lo guardado antes está a salvo. Haga una copia y pruebe de nuevo.</translation>
        </message>
        <message>
            <source>The disk is full. What was saved before is safe. Make room and try again.</source>
            <translation>El disco está lleno. Lo guardado antes está a salvo. Haga sitio y pruebe de nuevo.</translation>
        </message>
        <message>
            <source>The server did not accept this. Everything stays safe on this laptop.</source>
            <translation>El servidor no aceptó esto. Todo sigue a salvo en esta computadora.</translation>
        </message>
        <message>
            <source>The server was not reached. Everything stays safe on this laptop and goes out next time.</source>
            <translation>No se pudo llegar al servidor. Todo sigue a salvo en esta computadora y se enviará la próxima vez.</translation>
        </message>
        <message>
            <source>The vault was locked meanwhile. What was saved is safe; open it again.</source>
            <translation>La caja fuerte se bloqueó entretanto. Lo guardado está a salvo; ábrala de nuevo.</translation>
        </message>
        <message>
            <source>These words do not open this vault. Nothing is harmed: try again.</source>
            <translation>Estas palabras no abren esta caja fuerte. Nada se dañó: pruebe de nuevo.</translation>
        </message>
        <message>
            <source>This folder cannot be written to. Nothing was changed; move the vault or free its folder.</source>
            <translation>No se puede escribir en esta carpeta. No cambió nada; mueva la caja fuerte o permita escribir en la carpeta.</translation>
        </message>
        <message>
            <source>Your role in this space does not allow that. Nothing was changed; ask a coordinator.</source>
            <translation>Su función en este espacio no lo permite. No cambió nada; pregunte a la coordinación.</translation>
        </message>
    </context>
    <context>
        <name>sheet</name>
        <message>
            <source>1. Choose on the start page that the passphrase is forgotten.</source>
            <translation>1. En la primera página, elija “¿Olvidó sus palabras?”.</translation>
        </message>
        <message>
            <source>2. Type the code, or photograph the square. Capitals, blanks and hyphens do not matter; there is no letter I, L, O or U in it.</source>
            <translation>2. Escriba el código, o fotografíe el cuadrado. Mayúsculas, espacios y guiones no importan; no tiene las letras I, L, O ni U.</translation>
        </message>
        <message>
            <source>3. Choose a new passphrase. This sheet stays good.</source>
            <translation>3. Elija una frase secreta nueva. Esta hoja sigue valiendo.</translation>
        </message>
        <message>
            <source>Delve - recovery sheet</source>
            <translation>Delve - hoja de rescate</translation>
        </message>
        <message>
            <source>If somebody else may have seen this sheet, make a new one in the settings: this one is void then.</source>
            <translation>Si otra persona pudo ver esta hoja, haga una nueva en los ajustes: esta dejará de valer.</translation>
        </message>
        <message>
            <source>Keep it where you keep what must not be lost, and not with the laptop.</source>
            <translation>Guárdela donde guarda lo que no debe perderse, y no con la computadora.</translation>
        </message>
        <message>
            <source>Made on: {0} (by the clock of the laptop)</source>
            <translation>Hecha el: {0} (según el reloj de la computadora)</translation>
        </message>
        <message>
            <source>Recovery sheet</source>
            <translation>Hoja de rescate</translation>
        </message>
        <message>
            <source>Vault of: {0}</source>
            <translation>Caja fuerte de: {0}</translation>
        </message>
        <message>
            <source>When the passphrase is forgotten:</source>
            <translation>Cuando se olvida la frase secreta:</translation>
        </message>
        <message>
            <source>Who has this sheet and the laptop, or a copy of the vault, can read everything in it.</source>
            <translation>Quien tenga esta hoja y la computadora, o una copia de la caja fuerte, puede leerlo todo.</translation>
        </message>
    </context>
    <context>
        <name>shell</name>
        <message>
            <source>Contact</source>
            <translation>Contacto</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>Práctica</translation>
        </message>
        <message>
            <source>Question or answer</source>
            <translation>Pregunta o respuesta</translation>
        </message>
        <message>
            <source>We tried this</source>
            <translation>La hemos probado</translation>
        </message>
    </context>
    <context>
        <name>starting</name>
        <message>
            <source>Delve is open already, and its window does not answer. What was saved is safe. Wait a moment, then start Delve again. If it still does not answer, restart the laptop.</source>
            <translation>Delve ya está abierto y su ventana no responde. Lo que se guardó está a salvo. Espere un momento e inicie Delve otra vez. Si sigue sin responder, reinicie la computadora.</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message>
            <source>came by the server</source>
            <translation>llegó por el servidor</translation>
        </message>
        <message>
            <source>no</source>
            <translation>no</translation>
        </message>
        <message>
            <source>on this laptop</source>
            <translation>en esta computadora</translation>
        </message>
        <message>
            <source>somebody</source>
            <translation>alguien</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>sí</translation>
        </message>
        <message>
            <source>you</source>
            <translation>usted</translation>
        </message>
        <message>
            <source>{0} ({1})</source>
            <translation>{0} ({1})</translation>
        </message>
        <message>
            <source>{0} per {1}</source>
            <translation>{0} por {1}</translation>
        </message>
    </context>
</TS>
