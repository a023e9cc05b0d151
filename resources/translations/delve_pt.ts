<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
    <context>
        <name>AboutCard</name>
        <message>
            <source>About Delve</source>
            <translation>Sobre o Delve</translation>
        </message>
        <message>
            <source>Licences of all parts</source>
            <translation>Licenças de todas as partes</translation>
        </message>
        <message>
            <source>Qt {0} is used under the LGPL 3, the fonts Noto Sans and Noto Serif under the Open Font License. It also stands on the work of others:</source>
            <translation>O Qt {0} é usado sob a LGPL 3, as letras Noto Sans e Noto Serif sob a Open Font License. O Delve também se apoia no trabalho de outros:</translation>
        </message>
        <message>
            <source>Version {0}. Free software under the Apache License 2.0.</source>
            <translation>Versão {0}. Software livre sob a licença Apache 2.0.</translation>
        </message>
    </context>
    <context>
        <name>AboutRow</name>
        <message>
            <source>Add</source>
            <translation>Adicionar</translation>
        </message>
        <message>
            <source>Add a place or a theme</source>
            <translation>Adicionar um lugar ou um tema</translation>
        </message>
        <message>
            <source>Another theme …</source>
            <translation>Outro tema…</translation>
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
            <translation>Lugar: {0}. Mudar</translation>
        </message>
        <message>
            <source>Take {0} off</source>
            <translation>Tirar {0}</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>Village, mine, district</source>
            <translation>Povoado, mina, distrito</translation>
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
            <translation>Garimpeiros de Manica</translation>
        </message>
        <message>
            <source>Name of the space, as the others will see it</source>
            <translation>Nome do espaço, como os outros o verão</translation>
        </message>
        <message>
            <source>The others see this beside what you write. You can change it later in Contacts.</source>
            <translation>Os outros veem isto ao lado do que você escreve. Pode mudar mais tarde em Contatos.</translation>
        </message>
        <message>
            <source>This country is not in the list. Choose one from it, or leave it empty.</source>
            <translation>Este país não está na lista. Escolha um da lista ou deixe vazio.</translation>
        </message>
        <message>
            <source>Type the association or the space</source>
            <translation>Escreva a associação ou o espaço</translation>
        </message>
        <message>
            <source>Type the first letters</source>
            <translation>Digite as primeiras letras</translation>
        </message>
        <message>
            <source>Type your name first</source>
            <translation>Escreva primeiro seu nome</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>Quem é você?</translation>
        </message>
        <message>
            <source>Your association</source>
            <translation>Sua associação</translation>
        </message>
        <message>
            <source>Your name, as the others know you</source>
            <translation>Seu nome, como os outros conhecem você</translation>
        </message>
        <message>
            <source>Zawadi M.</source>
            <translation>Graça M.</translation>
        </message>
        <message>
            <source>as your association</source>
            <translation>como a sua associação</translation>
        </message>
    </context>
    <context>
        <name>AdoptionForm</name>
        <message>
            <source>Counted, weighed, seen by somebody else?</source>
            <translation>Contado, pesado, visto por outra pessoa?</translation>
        </message>
        <message>
            <source>How did it go? What would you tell a neighbour?</source>
            <translation>Como foi? O que você diria a um vizinho?</translation>
        </message>
        <message>
            <source>Say what came of it: it is what the others look for first.</source>
            <translation>Diga o que resultou: é o que os outros procuram primeiro.</translation>
        </message>
        <message>
            <source>Which part did you do in another way, and why?</source>
            <translation>Que parte vocês fizeram de outro jeito, e por quê?</translation>
        </message>
    </context>
    <context>
        <name>AdoptionReading</name>
        <message>
            <source>Somebody</source>
            <translation>Alguém</translation>
        </message>
    </context>
    <context>
        <name>ArrivalStep</name>
        <message>
            <source>Asking to join</source>
            <translation>Pedido para entrar</translation>
        </message>
        <message>
            <source>Asking …</source>
            <translation>Pedindo…</translation>
        </message>
        <message>
            <source>First there must be a space</source>
            <translation>Primeiro é preciso um espaço</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Mais tarde</translation>
        </message>
        <message>
            <source>Making your space</source>
            <translation>Criando seu espaço</translation>
        </message>
        <message>
            <source>Making your space …</source>
            <translation>Criando seu espaço…</translation>
        </message>
        <message>
            <source>Six words to compare</source>
            <translation>Seis palavras para comparar</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Tentar de novo</translation>
        </message>
        <message>
            <source>You asked to join {0}. Call your coordinator: both of you must read the same six words. Write already; you are in when your coordinator approves.</source>
            <translation>Você pediu para entrar em {0}. Ligue para sua coordenação: os dois devem ler as mesmas seis palavras. Já pode escrever; você entra quando a coordenação aprovar.</translation>
        </message>
        <message>
            <source>Your vault is made. What you write is safe on this laptop from now on.</source>
            <translation>Seu cofre está pronto. O que você escrever está seguro neste computador a partir de agora.</translation>
        </message>
    </context>
    <context>
        <name>AttachmentEdit</name>
        <message>
            <source>Add pictures or files</source>
            <translation>Adicionar imagens ou arquivos</translation>
        </message>
        <message>
            <source>Adding</source>
            <translation>Adicionando</translation>
        </message>
        <message numerus="yes">
            <source>At most %n file(s) are added at once.</source>
            <translation>
                <numerusform>No máximo %n arquivo de cada vez.</numerusform>
                <numerusform>No máximo %n arquivos de cada vez.</numerusform>
            </translation>
        </message>
        <message>
            <source>File {0} of {1}. {2}</source>
            <translation>Arquivo {0} de {1}. {2}</translation>
        </message>
        <message>
            <source>Keep the original picture too</source>
            <translation>Guardar também a imagem original</translation>
        </message>
        <message>
            <source>Leave in where it was taken</source>
            <translation>Deixar o lugar onde foi tirada</translation>
        </message>
        <message>
            <source>No microphone can be used here.</source>
            <translation>Aqui não se pode usar nenhum microfone.</translation>
        </message>
        <message>
            <source>Of a new picture a smaller copy travels, without the place where it was taken.</source>
            <translation>De uma imagem nova viaja uma cópia menor, sem o lugar onde foi tirada.</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagem</translation>
        </message>
        <message>
            <source>Pictures ({0});;All files ({1})</source>
            <translation>Imagens ({0});;Todos os arquivos ({1})</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Gravar</translation>
        </message>
        <message>
            <source>Recording: {0}</source>
            <translation>Gravando: {0}</translation>
        </message>
        <message>
            <source>Stop recording</source>
            <translation>Parar a gravação</translation>
        </message>
        <message numerus="yes">
            <source>Stopped. %n file(s) were not added.</source>
            <translation>
                <numerusform>Parado. %n arquivo não foi adicionado.</numerusform>
                <numerusform>Parado. %n arquivos não foram adicionados.</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Desfazer</translation>
        </message>
        <message>
            <source>Voice note</source>
            <translation>Nota de voz</translation>
        </message>
        <message>
            <source>{0} has {1}. It goes over the link after all text, and who wants it fetches as much.</source>
            <translation>{0} tem {1}. Este arquivo viaja depois de todo o texto, e cada pessoa que o quiser terá de baixar outro tanto.</translation>
        </message>
        <message>
            <source>{0} was taken off.</source>
            <translation>{0} foi tirado.</translation>
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
            <translation>Arquivos</translation>
        </message>
    </context>
    <context>
        <name>BackupCard</name>
        <message>
            <source>Backing up</source>
            <translation>Fazendo a cópia</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Cópia de segurança</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>Escolher uma pasta</translation>
        </message>
        <message>
            <source>One file with everything, encrypted. Keep it on a stick, not on this laptop.</source>
            <translation>Um só arquivo com tudo, criptografado. Guarde em um pendrive, não neste computador.</translation>
        </message>
        <message>
            <source>The backup {0} was written, read back and is whole.</source>
            <translation>A cópia {0} foi escrita e lida de novo: está inteira.</translation>
        </message>
        <message>
            <source>Type your words first</source>
            <translation>Digite primeiro suas palavras</translation>
        </message>
        <message>
            <source>Where the backup goes</source>
            <translation>Para onde vai a cópia</translation>
        </message>
        <message>
            <source>Your words</source>
            <translation>Suas palavras</translation>
        </message>
        <message>
            <source>Your words, for the backup</source>
            <translation>Suas palavras, para a cópia</translation>
        </message>
    </context>
    <context>
        <name>BatchBar</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%n escolhida</numerusform>
                <numerusform>%n escolhidas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) moved to the bin.</source>
            <translation>
                <numerusform>%n ficha posta na lixeira.</numerusform>
                <numerusform>%n fichas postas na lixeira.</numerusform>
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
            <translation>Não adicionar nada</translation>
        </message>
        <message>
            <source>Add tag</source>
            <translation>Adicionar etiqueta</translation>
        </message>
        <message>
            <source>Add theme</source>
            <translation>Adicionar tema</translation>
        </message>
        <message numerus="yes">
            <source>Added to %n record(s).</source>
            <translation>
                <numerusform>Adicionado a %n ficha.</numerusform>
                <numerusform>Adicionado a %n fichas.</numerusform>
            </translation>
        </message>
        <message>
            <source>Changing what was chosen</source>
            <translation>Mudando o que foi escolhido</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Escolher</translation>
        </message>
        <message>
            <source>Choose none</source>
            <translation>Não escolher nada</translation>
        </message>
        <message>
            <source>Move to the bin</source>
            <translation>Pôr na lixeira</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Recuperar</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Parar</translation>
        </message>
        <message>
            <source>Tag to add</source>
            <translation>Etiqueta a adicionar</translation>
        </message>
        <message numerus="yes">
            <source>Taken off %n record(s).</source>
            <translation>
                <numerusform>Tirado de %n ficha.</numerusform>
                <numerusform>Tirado de %n fichas.</numerusform>
            </translation>
        </message>
        <message>
            <source>Theme to add</source>
            <translation>Tema a adicionar</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Desfazer</translation>
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
            <translation>Uma sincronização leva tudo o que espera. {0}.</translation>
        </message>
        <message>
            <source>Data for a sync</source>
            <translation>Dados por sincronização</translation>
        </message>
        <message>
            <source>It stops at {0}; the rest goes next time. {1}.</source>
            <translation>Para em {0}; o resto vai da próxima vez. {1}.</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Sem limite</translation>
        </message>
        <message>
            <source>{0} used last time, {1} on its way</source>
            <translation>{0} usados da última vez, {1} para enviar</translation>
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
            <translation>Tirar {0}</translation>
        </message>
    </context>
    <context>
        <name>CodeField</name>
        <message>
            <source>Choose a file or a picture</source>
            <translation>Escolher um arquivo ou uma imagem</translation>
        </message>
        <message>
            <source>Files and pictures ({0})</source>
            <translation>Arquivos e imagens ({0})</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>Lendo…</translation>
        </message>
        <message>
            <source>The code was read. Go on.</source>
            <translation>O código foi lido. Continue.</translation>
        </message>
        <message>
            <source>The invite you were given</source>
            <translation>O convite que você recebeu</translation>
        </message>
        <message>
            <source>or drop it here</source>
            <translation>ou solte aqui</translation>
        </message>
    </context>
    <context>
        <name>CommentBox</name>
        <message>
            <source>About all of it</source>
            <translation>Sobre a ficha inteira</translation>
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
            <translation>Quero uma resposta</translation>
        </message>
        <message>
            <source>Kept on this laptop as you type</source>
            <translation>Guardado neste computador enquanto você escreve</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Descartar</translation>
        </message>
        <message>
            <source>What do you know about this?</source>
            <translation>O que você sabe sobre isto?</translation>
        </message>
        <message>
            <source>What do you want to know?</source>
            <translation>O que você quer saber?</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>Sobre o que é</translation>
        </message>
        <message>
            <source>Your answer</source>
            <translation>Sua resposta</translation>
        </message>
        <message>
            <source>Your question or remark</source>
            <translation>Sua pergunta ou observação</translation>
        </message>
    </context>
    <context>
        <name>CommentReading</name>
        <message>
            <source>Answer</source>
            <translation>Resposta</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Respondida</translation>
        </message>
        <message>
            <source>Asks for an answer</source>
            <translation>Pede uma resposta</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Pergunta</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Observação</translation>
        </message>
    </context>
    <context>
        <name>Comparison</name>
        <message numerus="yes">
            <source>%n unchanged line(s)</source>
            <translation>
                <numerusform>%n linha sem mudanças</numerusform>
                <numerusform>%n linhas sem mudanças</numerusform>
            </translation>
        </message>
        <message>
            <source>Differs: {0}</source>
            <translation>Difere: {0}</translation>
        </message>
        <message>
            <source>Nothing in the words differs.</source>
            <translation>Nada difere nas palavras.</translation>
        </message>
        <message>
            <source>{0}: the same words in another look, or another link.</source>
            <translation>{0}: as mesmas palavras com outro aspecto, ou outro link.</translation>
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
            <translation>Adicione um idioma e pressione Enter</translation>
        </message>
        <message>
            <source>Another address</source>
            <translation>Outro endereço</translation>
        </message>
        <message>
            <source>Another e-mail</source>
            <translation>Outro e-mail</translation>
        </message>
        <message>
            <source>Another number</source>
            <translation>Outro número</translation>
        </message>
        <message>
            <source>What else</source>
            <translation>Outros dados</translation>
        </message>
        <message>
            <source>Where they belong</source>
            <translation>Com quem e onde</translation>
        </message>
        <message>
            <source>Who may know</source>
            <translation>Quem pode saber</translation>
        </message>
    </context>
    <context>
        <name>ContactReading</name>
        <message>
            <source>(without a name)</source>
            <translation>(sem nome)</translation>
        </message>
        <message>
            <source>(without a title)</source>
            <translation>(sem título)</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Endereço</translation>
        </message>
        <message>
            <source>Address, {0}</source>
            <translation>Endereço, {0}</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Ligar</translation>
        </message>
        <message>
            <source>Call {0}</source>
            <translation>Ligar para {0}</translation>
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
            <translation>Passa o número ao programa de chamadas deste computador, se houver um</translation>
        </message>
        <message>
            <source>People of this association</source>
            <translation>Pessoas desta associação</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Telefone</translation>
        </message>
        <message>
            <source>Phone, {0}</source>
            <translation>Telefone, {0}</translation>
        </message>
        <message>
            <source>Photo of {0}</source>
            <translation>Foto de {0}</translation>
        </message>
        <message>
            <source>Practices they wrote</source>
            <translation>Práticas que escreveu</translation>
        </message>
        <message>
            <source>Read {0}</source>
            <translation>Ler {0}</translation>
        </message>
        <message>
            <source>What they tried</source>
            <translation>Práticas que experimentou</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>e mais %n</numerusform>
                <numerusform>e mais %n</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} (in the bin)</source>
            <translation>{0} (na lixeira)</translation>
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
            <translation>O Delve cometeu um erro ou parou de repente antes. O que foi salvo está seguro. Em {0} foram anotados lugares do programa e nenhuma das suas palavras.</translation>
        </message>
    </context>
    <context>
        <name>DangerCard</name>
        <message>
            <source>Danger – read this first</source>
            <translation>Perigo – leia primeiro</translation>
        </message>
        <message>
            <source>Never:</source>
            <translation>Nunca:</translation>
        </message>
        <message>
            <source>Read every word</source>
            <translation>Ler tudo</translation>
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
            <translation>Qual é a sua porta?</translation>
        </message>
    </context>
    <context>
        <name>EditItem</name>
        <message>
            <source>Take off</source>
            <translation>Tirar</translation>
        </message>
        <message>
            <source>Take off {0}</source>
            <translation>Tirar {0}</translation>
        </message>
        <message>
            <source>What it shows</source>
            <translation>O que mostra</translation>
        </message>
        <message>
            <source>What {0} shows</source>
            <translation>O que {0} mostra</translation>
        </message>
    </context>
    <context>
        <name>ExchangePage</name>
        <message>
            <source>Address</source>
            <translation>Endereço</translation>
        </message>
        <message>
            <source>Ask to join</source>
            <translation>Pedir para entrar</translation>
        </message>
        <message>
            <source>Asked. Now read the six words to your coordinator.</source>
            <translation>Pedido feito. Agora leia as seis palavras para sua coordenação.</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Código</translation>
        </message>
        <message>
            <source>Coordinator</source>
            <translation>Coordenação</translation>
        </message>
        <message>
            <source>For an association, a region, or a group that shares what works.</source>
            <translation>Para uma associação, uma região ou um grupo que compartilha o que funciona.</translation>
        </message>
        <message>
            <source>Invite somebody</source>
            <translation>Convidar alguém</translation>
        </message>
        <message>
            <source>It is there. Write at once; name a server when there is one.</source>
            <translation>Está pronto. Já pode escrever; indique um servidor quando houver.</translation>
        </message>
        <message>
            <source>Join with a code</source>
            <translation>Entrar com um código</translation>
        </message>
        <message>
            <source>Lake Zone</source>
            <translation>Zona do Lago</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nome</translation>
        </message>
        <message>
            <source>Name of the space</source>
            <translation>Nome do espaço</translation>
        </message>
        <message>
            <source>Officer</source>
            <translation>Agente</translation>
        </message>
        <message>
            <source>Only a coordinator of a space can invite</source>
            <translation>Só a coordenação de um espaço pode convidar</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>Só leitura</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Servidor</translation>
        </message>
        <message>
            <source>Start a new space</source>
            <translation>Criar um espaço</translation>
        </message>
        <message>
            <source>Start it</source>
            <translation>Criar</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sincronizar</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Sincronizar agora</translation>
        </message>
        <message>
            <source>The server answers. Press Sync now.</source>
            <translation>O servidor responde. Clique em Sincronizar agora.</translation>
        </message>
        <message>
            <source>The server passes on what you send. It cannot read it.</source>
            <translation>O servidor repassa o que você envia. Ele não consegue ler.</translation>
        </message>
        <message>
            <source>This space</source>
            <translation>Este espaço</translation>
        </message>
        <message>
            <source>Ticket, if you were given one</source>
            <translation>Ticket, se você recebeu um</translation>
        </message>
        <message>
            <source>Use this server</source>
            <translation>Usar este servidor</translation>
        </message>
        <message>
            <source>You are in no space yet. Start one, or join with a code.</source>
            <translation>Você ainda não está em nenhum espaço. Crie um ou entre com um código.</translation>
        </message>
        <message>
            <source>You asked to join. Read these six words to your coordinator:</source>
            <translation>Você pediu para entrar. Leia estas seis palavras para sua coordenação:</translation>
        </message>
        <message>
            <source>You can write already. It goes out once they approve you.</source>
            <translation>Já pode escrever. Será enviado quando seu pedido for aprovado.</translation>
        </message>
        <message>
            <source>Your coordinator gave you a code. You can write at once; they approve you afterwards.</source>
            <translation>Sua coordenação deu um código a você. Já pode escrever; depois ela aprova seu pedido.</translation>
        </message>
        <message>
            <source>Your role</source>
            <translation>Sua função</translation>
        </message>
        <message>
            <source>as it was given to you</source>
            <translation>como você recebeu</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>nenhum ainda</translation>
        </message>
        <message>
            <source>{0} is admitted. Their laptop learns it with its next sync.</source>
            <translation>{0} já está no espaço. O computador dessa pessoa saberá na próxima sincronização.</translation>
        </message>
    </context>
    <context>
        <name>ExchangesCard</name>
        <message>
            <source>Last exchanges</source>
            <translation>Últimos intercâmbios</translation>
        </message>
        <message>
            <source>None yet. What you write waits here, safe.</source>
            <translation>Nenhum ainda. O que você escreve espera aqui, seguro.</translation>
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
            <translation>Uma cópia legível está aberta em outro programa. Ela é apagada quando você bloqueia ou fecha o Delve; o que você salvar nesse programa fica onde você salvar.</translation>
        </message>
        <message>
            <source>Comes with the next sync</source>
            <translation>Chega com a próxima sincronização</translation>
        </message>
        <message>
            <source>Do not fetch</source>
            <translation>Não baixar</translation>
        </message>
        <message>
            <source>Fetch ({0})</source>
            <translation>Baixar ({0})</translation>
        </message>
        <message>
            <source>It comes with the next sync.</source>
            <translation>Chega com a próxima sincronização.</translation>
        </message>
        <message>
            <source>It is not fetched.</source>
            <translation>Não será baixado.</translation>
        </message>
        <message>
            <source>No program on this laptop opens this kind of file. Save it.</source>
            <translation>Nenhum programa deste computador abre este tipo de arquivo. Salve o arquivo.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Open {0} in another program</source>
            <translation>Abrir {0} em outro programa</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Salvar como</translation>
        </message>
        <message>
            <source>Save {0} outside the vault</source>
            <translation>Salvar {0} fora do cofre</translation>
        </message>
        <message>
            <source>Saved as {0}. It is readable to anybody there.</source>
            <translation>Salvo como {0}. Ali qualquer pessoa pode ler.</translation>
        </message>
    </context>
    <context>
        <name>Finder</name>
        <message>
            <source>Find anything</source>
            <translation>Procurar em tudo</translation>
        </message>
        <message>
            <source>Find anything, Ctrl+K</source>
            <translation>Procurar em tudo, Ctrl+K</translation>
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>Two versions, to be decided on the page before: {0}</source>
            <translation>Duas versões, a decidir na página anterior: {0}</translation>
        </message>
    </context>
    <context>
        <name>GatePage</name>
        <message>
            <source>Someone new on this laptop</source>
            <translation>Alguém novo neste computador</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>Quem é você?</translation>
        </message>
    </context>
    <context>
        <name>GivenFiles</name>
        <message>
            <source>A backup is brought back before a vault is open: lock, and open it again.</source>
            <translation>Uma cópia de segurança é recuperada antes de abrir um cofre: bloqueie e abra-a de novo.</translation>
        </message>
    </context>
    <context>
        <name>HelpCover</name>
        <message>
            <source>Close the help</source>
            <translation>Fechar a ajuda</translation>
        </message>
    </context>
    <context>
        <name>HelpView</name>
        <message>
            <source>A page of the help</source>
            <translation>Uma página da ajuda</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Voltar</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Índice</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ajuda</translation>
        </message>
        <message>
            <source>No page has these words.</source>
            <translation>Nenhuma página tem estas palavras.</translation>
        </message>
        <message>
            <source>Pages of the help</source>
            <translation>Páginas da ajuda</translation>
        </message>
        <message>
            <source>Search the help</source>
            <translation>Procurar na ajuda</translation>
        </message>
    </context>
    <context>
        <name>HistoryList</name>
        <message>
            <source>After</source>
            <translation>Depois</translation>
        </message>
        <message>
            <source>Back to the record</source>
            <translation>Voltar para a ficha</translation>
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
            <translation>Comparar uma versão</translation>
        </message>
        <message>
            <source>Compare this version: {0}</source>
            <translation>Comparar esta versão: {0}</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Histórico</translation>
        </message>
        <message>
            <source>Nothing is ever lost here. A restore is a new version.</source>
            <translation>Aqui nada se perde. Restaurar cria uma versão nova.</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Agora</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Restaurar</translation>
        </message>
        <message>
            <source>Restore this version: {0}</source>
            <translation>Restaurar esta versão: {0}</translation>
        </message>
        <message>
            <source>This version</source>
            <translation>Esta versão</translation>
        </message>
        <message>
            <source>came by the server</source>
            <translation>veio pelo servidor</translation>
        </message>
        <message>
            <source>on this laptop</source>
            <translation>neste computador</translation>
        </message>
        <message>
            <source>with now</source>
            <translation>com a atual</translation>
        </message>
        <message>
            <source>with the one before</source>
            <translation>com a anterior</translation>
        </message>
        <message>
            <source>{0} began it</source>
            <translation>Começado por {0}</translation>
        </message>
        <message>
            <source>{0} changed: {1}</source>
            <translation>{0} mudou: {1}</translation>
        </message>
        <message>
            <source>{0} did something that this Delve does not know</source>
            <translation>{0} fez algo que este Delve não conhece</translation>
        </message>
        <message>
            <source>{0} put it into the bin</source>
            <translation>{0} pôs na lixeira</translation>
        </message>
        <message>
            <source>{0} took it out of the bin</source>
            <translation>{0} tirou da lixeira</translation>
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
                <numerusform>%n ficha a decidir</numerusform>
                <numerusform>%n fichas a decidir</numerusform>
            </translation>
        </message>
        <message>
            <source>A question from {0}</source>
            <translation>Uma pergunta de {0}</translation>
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
            <translation>Primeiro crie um espaço ou entre em um</translation>
        </message>
        <message>
            <source>Good afternoon, {0}</source>
            <translation>Boa tarde, {0}</translation>
        </message>
        <message>
            <source>Good evening, {0}</source>
            <translation>Boa noite, {0}</translation>
        </message>
        <message>
            <source>Good morning, {0}</source>
            <translation>Bom dia, {0}</translation>
        </message>
        <message>
            <source>Join with an invite</source>
            <translation>Entrar com um convite</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Ver</translation>
        </message>
        <message>
            <source>Merge desk</source>
            <translation>Decisões</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Espera por você</translation>
        </message>
        <message>
            <source>New in {0}</source>
            <translation>Novo em {0}</translation>
        </message>
        <message>
            <source>New since {0}</source>
            <translation>Novo desde: {0}</translation>
        </message>
        <message>
            <source>Nothing came in from others yet. Write the first note.</source>
            <translation>Ainda não chegou nada dos outros. Escreva a primeira nota.</translation>
        </message>
        <message>
            <source>Nothing new from others.</source>
            <translation>Nada de novo dos outros.</translation>
        </message>
        <message>
            <source>Nothing, for now.</source>
            <translation>Nada por enquanto.</translation>
        </message>
        <message>
            <source>Six words to compare</source>
            <translation>Seis palavras para comparar</translation>
        </message>
        <message>
            <source>Start a new space</source>
            <translation>Criar um espaço</translation>
        </message>
        <message>
            <source>Which door is yours?</source>
            <translation>Qual é a sua porta?</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>Escrever uma nota</translation>
        </message>
        <message>
            <source>You coordinate an association or a region, and want to invite the others.</source>
            <translation>Você coordena uma associação ou uma região e quer convidar os outros.</translation>
        </message>
        <message>
            <source>Your coordinator gave you a code.</source>
            <translation>Sua coordenação deu um código a você.</translation>
        </message>
        <message>
            <source>{0} wants to join</source>
            <translation>{0} quer entrar</translation>
        </message>
    </context>
    <context>
        <name>InPlaceBar</name>
        <message>
            <source>Close this message</source>
            <translation>Fechar esta mensagem</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Copiar os detalhes</translation>
        </message>
    </context>
    <context>
        <name>Incoming</name>
        <message>
            <source>{0} changed other parts of this; they are in.</source>
            <translation>{0} mudou outras partes desta ficha; já estão aqui.</translation>
        </message>
        <message>
            <source>{0} changed this too; both will be kept.</source>
            <translation>{0} também mudou isto; as duas versões serão guardadas.</translation>
        </message>
    </context>
    <context>
        <name>Intake</name>
        <message numerus="yes">
            <source>%n file(s) are still being added. They come into the record by themselves.</source>
            <translation>
                <numerusform>%n arquivo ainda está sendo adicionado. Ele chega sozinho à ficha.</numerusform>
                <numerusform>%n arquivos ainda estão sendo adicionados. Eles chegam sozinhos à ficha.</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} was not added. {1}</source>
            <translation>{0} não foi adicionado. {1}</translation>
        </message>
    </context>
    <context>
        <name>InvitePanel</name>
        <message>
            <source>Copy the code</source>
            <translation>Copiar o código</translation>
        </message>
        <message>
            <source>Delve invite</source>
            <translation>Convite do Delve</translation>
        </message>
        <message>
            <source>Hand it on by phone, on paper or in a chat. It is of no use without your approval.</source>
            <translation>Passe o código por telefone, em papel ou por mensagem. Sem sua aprovação não serve para nada.</translation>
        </message>
        <message>
            <source>Invite somebody</source>
            <translation>Convidar alguém</translation>
        </message>
        <message>
            <source>Make a code</source>
            <translation>Criar um código</translation>
        </message>
        <message>
            <source>Save as a picture</source>
            <translation>Salvar como imagem</translation>
        </message>
        <message>
            <source>Save the invite</source>
            <translation>Salvar o convite</translation>
        </message>
        <message>
            <source>Saved as {0}. It is of no use without your approval.</source>
            <translation>Salvo como {0}. Sem sua aprovação não serve para nada.</translation>
        </message>
        <message>
            <source>The code lets one person ask to join. You approve them after comparing six words.</source>
            <translation>O código permite que uma pessoa peça para entrar. Você aprova depois de comparar seis palavras.</translation>
        </message>
        <message>
            <source>The picture could not be written there. Choose another folder.</source>
            <translation>Não foi possível escrever a imagem ali. Escolha outra pasta.</translation>
        </message>
        <message>
            <source>The same code as a square</source>
            <translation>O mesmo código, como imagem quadrada</translation>
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
            <translation>Digite ou cole o código que sua coordenação deu, ou traga o arquivo ou a imagem.</translation>
        </message>
        <message>
            <source>Your invite</source>
            <translation>Seu convite</translation>
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
            <translation>Como o sistema</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Escuro</translation>
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
            <translation>Claro ou escuro</translation>
        </message>
        <message>
            <source>Lock when nobody touches it for</source>
            <translation>Bloquear quando ninguém mexe nele durante</translation>
        </message>
        <message>
            <source>Size of letters</source>
            <translation>Tamanho das letras</translation>
        </message>
        <message>
            <source>This laptop</source>
            <translation>Este computador</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0}%</translation>
        </message>
    </context>
    <context>
        <name>LeafletPanel</name>
        <message>
            <source>As a leaflet</source>
            <translation>Como folheto</translation>
        </message>
        <message>
            <source>Close the leaflet</source>
            <translation>Fechar o folheto</translation>
        </message>
        <message>
            <source>Handed to the printer.</source>
            <translation>Enviado para a impressora.</translation>
        </message>
        <message>
            <source>Leaflet</source>
            <translation>Folheto</translation>
        </message>
        <message>
            <source>On paper or as a file it leaves Delve: whoever holds it can read it and hand it on.</source>
            <translation>Em papel ou como arquivo, ele sai do Delve: quem o tiver pode ler e passar adiante.</translation>
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
            <translation>Salvar em PDF…</translation>
        </message>
        <message>
            <source>Save the leaflet</source>
            <translation>Salvar o folheto</translation>
        </message>
        <message>
            <source>Saved outside Delve, as {0}.</source>
            <translation>Salvo fora do Delve, como {0}.</translation>
        </message>
        <message>
            <source>The printer did not take the leaflet. Try again, or save it as a PDF.</source>
            <translation>A impressora não aceitou o folheto. Tente de novo ou salve em PDF.</translation>
        </message>
    </context>
    <context>
        <name>LedgerCard</name>
        <message numerus="yes">
            <source>%n more in the bin, not counted</source>
            <translation>
                <numerusform>mais %n na lixeira, não contado</numerusform>
                <numerusform>mais %n na lixeira, não contados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sites</source>
            <translation>
                <numerusform>%n local</numerusform>
                <numerusform>%n locais</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody has said so yet. If you have tried it, tell the others.</source>
            <translation>Ninguém disse nada ainda. Se você já experimentou, conte aos outros.</translation>
        </message>
        <message numerus="yes">
            <source>Show all %n</source>
            <translation>
                <numerusform>Mostrar o único</numerusform>
                <numerusform>Mostrar os %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Who tried it</source>
            <translation>Quem experimentou</translation>
        </message>
    </context>
    <context>
        <name>LicencesDialog</name>
        <message>
            <source>Close</source>
            <translation>Fechar</translation>
        </message>
        <message>
            <source>Delve stands on the work of others. Each part, and its terms:</source>
            <translation>O Delve se apoia no trabalho de outros. Cada parte e seus termos:</translation>
        </message>
        <message>
            <source>Licence of the part</source>
            <translation>Licença da parte</translation>
        </message>
        <message>
            <source>Licences of all parts</source>
            <translation>Licenças de todas as partes</translation>
        </message>
        <message>
            <source>Parts of the program</source>
            <translation>Partes do programa</translation>
        </message>
    </context>
    <context>
        <name>Lightbox</name>
        <message>
            <source>Close the picture</source>
            <translation>Fechar a imagem</translation>
        </message>
        <message>
            <source>Picture: {0}</source>
            <translation>Imagem: {0}</translation>
        </message>
        <message>
            <source>The next picture</source>
            <translation>A imagem seguinte</translation>
        </message>
        <message>
            <source>The picture before</source>
            <translation>A imagem anterior</translation>
        </message>
        <message>
            <source>{0} – only the small picture is on this laptop</source>
            <translation>{0} – neste computador está só a imagem pequena</translation>
        </message>
    </context>
    <context>
        <name>LinkBubble</name>
        <message>
            <source>A link leads to a web address or an e-mail address.</source>
            <translation>Um link leva a um endereço web ou de e-mail.</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Endereço</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>Set link</source>
            <translation>Pôr o link</translation>
        </message>
        <message>
            <source>Take the link away</source>
            <translation>Tirar o link</translation>
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
            <translation>Um nome, um título, uma palavra…</translation>
        </message>
        <message>
            <source>Find the record to link to</source>
            <translation>Procurar a ficha a vincular</translation>
        </message>
        <message>
            <source>Nothing here has these words.</source>
            <translation>Nada aqui tem estas palavras.</translation>
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
            <translation>Vincular uma ficha</translation>
        </message>
        <message>
            <source>Link a record: {0}</source>
            <translation>Vincular uma ficha: {0}</translation>
        </message>
        <message>
            <source>Remove the link to {0}</source>
            <translation>Tirar o vínculo com {0}</translation>
        </message>
        <message>
            <source>Something that is still to come</source>
            <translation>Algo que ainda está para chegar</translation>
        </message>
        <message>
            <source>{0} (in the bin)</source>
            <translation>{0} (na lixeira)</translation>
        </message>
    </context>
    <context>
        <name>ListHead</name>
        <message>
            <source>Name A–Z</source>
            <translation>Nome A–Z</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Novo</translation>
        </message>
        <message>
            <source>Newest</source>
            <translation>Mais recentes</translation>
        </message>
        <message>
            <source>Oldest</source>
            <translation>Mais antigas</translation>
        </message>
        <message>
            <source>Order: {0}</source>
            <translation>Ordem: {0}</translation>
        </message>
        <message>
            <source>Take off the filter {0}</source>
            <translation>Tirar o filtro {0}</translation>
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
            <translation>Escolher tudo</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Limpar a pesquisa</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Move to the bin</source>
            <translation>Pôr na lixeira</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Novo</translation>
        </message>
        <message>
            <source>Nothing fits these filters.</source>
            <translation>Nada corresponde a estes filtros.</translation>
        </message>
        <message>
            <source>Nothing found for “{0}”.</source>
            <translation>Nada encontrado para “{0}”.</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Recuperar</translation>
        </message>
        <message>
            <source>Take off all filters</source>
            <translation>Tirar todos os filtros</translation>
        </message>
        <message>
            <source>Take one off to see more.</source>
            <translation>Tire um para ver mais.</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Descartar</translation>
        </message>
        <message>
            <source>Try fewer letters, or another spelling.</source>
            <translation>Tente com menos letras ou outra ortografia.</translation>
        </message>
        <message>
            <source>What to do with what is chosen</source>
            <translation>O que fazer com o escolhido</translation>
        </message>
        <message>
            <source>Why nothing is listed</source>
            <translation>Por que nada é mostrado</translation>
        </message>
        <message>
            <source>You had begun something new. It is kept.</source>
            <translation>Você tinha começado algo novo. Está guardado.</translation>
        </message>
        <message>
            <source>You had begun “{0}”. It is kept.</source>
            <translation>Você tinha começado “{0}”. Está guardado.</translation>
        </message>
    </context>
    <context>
        <name>LogCard</name>
        <message>
            <source>None yet.</source>
            <translation>Nenhum ainda.</translation>
        </message>
        <message>
            <source>Past exchanges</source>
            <translation>Intercâmbios anteriores</translation>
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
            <translation>O Delve não tem lugar para isto. Ele guarda e devolve ao exportar.</translation>
        </message>
        <message numerus="yes">
            <source>More from the address book: %n lines</source>
            <translation>
                <numerusform>Mais da lista de contatos: %n linha</numerusform>
                <numerusform>Mais da lista de contatos: %n linhas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>e mais %n</numerusform>
                <numerusform>e mais %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Nav</name>
        <message>
            <source>A new space</source>
            <translation>Um espaço novo</translation>
        </message>
        <message>
            <source>Settings, Ctrl+,</source>
            <translation>Configurações, Ctrl+,</translation>
        </message>
        <message>
            <source>Spaces</source>
            <translation>Espaços</translation>
        </message>
        <message>
            <source>Spaces and sections</source>
            <translation>Espaços e seções</translation>
        </message>
        <message>
            <source>{0}: settings</source>
            <translation>{0}: configurações</translation>
        </message>
    </context>
    <context>
        <name>NewCards</name>
        <message>
            <source>(without a title)</source>
            <translation>(sem título)</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Ler</translation>
        </message>
        <message>
            <source>Read {0}</source>
            <translation>Ler {0}</translation>
        </message>
        <message numerus="yes">
            <source>See all %n</source>
            <translation>
                <numerusform>Ver a única</numerusform>
                <numerusform>Ver as %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewPassphrase</name>
        <message>
            <source>Caps lock seems to be on.</source>
            <translation>Parece que o Caps Lock está ligado.</translation>
        </message>
        <message>
            <source>Good. Write the words on paper and keep them apart from the laptop.</source>
            <translation>Muito bem. Escreva as palavras em papel e guarde longe do computador.</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>Frase secreta nova</translation>
        </message>
        <message>
            <source>Nobody can open your vault without these words, not even us. Write them on paper.</source>
            <translation>Ninguém pode abrir seu cofre sem estas palavras, nem mesmo nós. Escreva em papel.</translation>
        </message>
        <message>
            <source>Passphrase: six words, or at least 15 letters</source>
            <translation>Frase secreta: seis palavras, ou pelo menos 15 letras</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>Força</translation>
        </message>
        <message>
            <source>Suggest six words</source>
            <translation>Sugerir seis palavras</translation>
        </message>
    </context>
    <context>
        <name>NoteForm</name>
        <message>
            <source>More: date, links, who may see it</source>
            <translation>Mais: data, fichas vinculadas, quem pode ver</translation>
        </message>
        <message>
            <source>What happened, what was said, what is needed …</source>
            <translation>O que aconteceu, o que foi dito, o que falta…</translation>
        </message>
    </context>
    <context>
        <name>NoteReading</name>
        <message>
            <source>(without a title)</source>
            <translation>(sem título)</translation>
        </message>
        <message>
            <source>Read {0}</source>
            <translation>Ler {0}</translation>
        </message>
    </context>
    <context>
        <name>Numeral</name>
        <message>
            <source>Step {0}</source>
            <translation>Passo {0}</translation>
        </message>
    </context>
    <context>
        <name>PageInParts</name>
        <message>
            <source>Delve could not show the rest of this here. Nothing of it is lost.</source>
            <translation>O Delve não conseguiu mostrar o resto aqui. Nada se perdeu.</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Do</source>
            <translation>Ações</translation>
        </message>
        <message>
            <source>Nothing found for “{0}”. Try fewer letters.</source>
            <translation>Nada encontrado para “{0}”. Tente com menos letras.</translation>
        </message>
        <message>
            <source>Show all that was found in a list</source>
            <translation>Mostrar em uma lista tudo o que foi encontrado</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>O que foi encontrado</translation>
        </message>
    </context>
    <context>
        <name>PaneActions</name>
        <message>
            <source>Decided. The other version stays in the history.</source>
            <translation>Decidido. A outra versão fica no histórico.</translation>
        </message>
        <message>
            <source>Decided. What stood before stays in the history.</source>
            <translation>Decidido. O que havia antes fica no histórico.</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>It is back in its list.</source>
            <translation>A ficha está de volta na lista.</translation>
        </message>
        <message>
            <source>It is in the bin. Nothing is gone.</source>
            <translation>A ficha está na lixeira. Nada se perdeu.</translation>
        </message>
        <message>
            <source>Kept as a new version.</source>
            <translation>Guardado como versão nova.</translation>
        </message>
        <message>
            <source>Restored as a new version.</source>
            <translation>Restaurado como versão nova.</translation>
        </message>
        <message>
            <source>Take the other one</source>
            <translation>Ficar com a outra</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Descartar</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Desfazer</translation>
        </message>
        <message>
            <source>You were writing here ({0}). Your words are kept.</source>
            <translation>Você estava escrevendo aqui ({0}). Suas palavras estão guardadas.</translation>
        </message>
    </context>
    <context>
        <name>PaneBody</name>
        <message>
            <source>Choose something on the left.</source>
            <translation>Escolha algo à esquerda.</translation>
        </message>
        <message>
            <source>The record, arrow keys scroll it</source>
            <translation>A ficha; as setas fazem rolar</translation>
        </message>
    </context>
    <context>
        <name>PaneFoot</name>
        <message>
            <source>A sample – never sent, and not kept</source>
            <translation>Um exemplo – nunca é enviado nem guardado</translation>
        </message>
        <message>
            <source>Here and on the server</source>
            <translation>Aqui e no servidor</translation>
        </message>
        <message>
            <source>Kept as you type</source>
            <translation>Guardado enquanto você escreve</translation>
        </message>
        <message>
            <source>Kept as you type · goes out with the next sync</source>
            <translation>Guardado enquanto você escreve · vai com a próxima sincronização</translation>
        </message>
        <message>
            <source>Kept as you typed it – to be mended first</source>
            <translation>Guardado como você escreveu – a corrigir primeiro</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>Ainda não foi salvo</translation>
        </message>
        <message>
            <source>Saved on this laptop – not yet sent</source>
            <translation>Salvo neste computador – ainda não enviado</translation>
        </message>
        <message>
            <source>Sent to the server</source>
            <translation>Enviado para o servidor</translation>
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
            <translation>Voltar</translation>
        </message>
    </context>
    <context>
        <name>PaneHead</name>
        <message>
            <source>Back</source>
            <translation>Voltar</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Voltar para a lista</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>Lixeira</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Pronto</translation>
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
            <translation>De um Delve mais novo</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Histórico</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mais</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Recuperar</translation>
        </message>
        <message>
            <source>Put this into the bin; you can take it back</source>
            <translation>Pôr na lixeira; você pode recuperar depois</translation>
        </message>
    </context>
    <context>
        <name>PassphraseCard</name>
        <message>
            <source>Change it</source>
            <translation>Mudar</translation>
        </message>
        <message>
            <source>Change your passphrase</source>
            <translation>Mudar sua frase secreta</translation>
        </message>
        <message>
            <source>Changing …</source>
            <translation>Mudando…</translation>
        </message>
        <message>
            <source>Encrypting anew</source>
            <translation>Criptografando de novo</translation>
        </message>
        <message>
            <source>May others know your words, or have had your laptop?</source>
            <translation>Será que outros conhecem suas palavras, ou já ficaram com seu computador?</translation>
        </message>
        <message>
            <source>The old words open nothing any more. The recovery sheet stays good.</source>
            <translation>As palavras antigas não abrem mais nada. A folha de resgate continua válida.</translation>
        </message>
        <message>
            <source>Then everything is encrypted anew, under a new key. It takes a while; older backups still open with the old words, and a recovery sheet is made anew.</source>
            <translation>Então tudo é criptografado de novo, com uma chave nova. Demora um pouco; as cópias antigas ainda abrem com as palavras antigas, e é feita uma folha de resgate nova.</translation>
        </message>
        <message>
            <source>Type the old words and the new ones first</source>
            <translation>Digite primeiro as palavras antigas e as novas</translation>
        </message>
        <message>
            <source>Yes, take a new key</source>
            <translation>Sim, usar uma chave nova</translation>
        </message>
        <message>
            <source>Your new words open the vault from now on.</source>
            <translation>Suas palavras novas abrem o cofre a partir de agora.</translation>
        </message>
        <message>
            <source>Your new words open the vault from now on. The old recovery sheet is void.</source>
            <translation>Suas palavras novas abrem o cofre a partir de agora. A folha de resgate antiga não vale mais.</translation>
        </message>
        <message>
            <source>Your words now</source>
            <translation>Suas palavras atuais</translation>
        </message>
    </context>
    <context>
        <name>PassphraseStep</name>
        <message>
            <source>All you write is locked with your words, and stays here until you send it.</source>
            <translation>Tudo o que você escreve fica trancado com suas palavras e permanece aqui até você enviar.</translation>
        </message>
        <message>
            <source>Create my vault</source>
            <translation>Criar meu cofre</translation>
        </message>
        <message>
            <source>Six words are needed, or at least 15 letters</source>
            <translation>São necessárias seis palavras, ou pelo menos 15 letras</translation>
        </message>
        <message>
            <source>Your words</source>
            <translation>Suas palavras</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>(without a name)</source>
            <translation>(sem nome)</translation>
        </message>
        <message>
            <source>Somebody whose contact has not arrived yet</source>
            <translation>Alguém cujo contato ainda não chegou</translation>
        </message>
        <message>
            <source>{0} (in the bin)</source>
            <translation>{0} (na lixeira)</translation>
        </message>
    </context>
    <context>
        <name>PeopleCard</name>
        <message>
            <source>Coordinator</source>
            <translation>Coordenação</translation>
        </message>
        <message>
            <source>Nobody is known yet. Names come with the first sync.</source>
            <translation>Ainda não se conhece ninguém. Os nomes chegam com a primeira sincronização.</translation>
        </message>
        <message>
            <source>Officer</source>
            <translation>Agente</translation>
        </message>
        <message>
            <source>People of this space</source>
            <translation>Pessoas deste espaço</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>Só leitura</translation>
        </message>
        <message>
            <source>{0} (you)</source>
            <translation>{0} (você)</translation>
        </message>
    </context>
    <context>
        <name>PictureTile</name>
        <message>
            <source>Picture: {0}</source>
            <translation>Imagem: {0}</translation>
        </message>
    </context>
    <context>
        <name>PillWords</name>
        <message>
            <source>A sample · never sent</source>
            <translation>Exemplo · nunca enviado</translation>
        </message>
        <message>
            <source>In sync</source>
            <translation>Sincronizado</translation>
        </message>
        <message>
            <source>Not synced yet</source>
            <translation>Ainda não sincronizado</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Sem conexão</translation>
        </message>
        <message>
            <source>Offline · {0}</source>
            <translation>Sem conexão · {0}</translation>
        </message>
        <message>
            <source>On this laptop</source>
            <translation>Neste computador</translation>
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
            <translation>Em dia</translation>
        </message>
        <message>
            <source>{0} to send</source>
            <translation>{0} para enviar</translation>
        </message>
    </context>
    <context>
        <name>PinCard</name>
        <message>
            <source>A pause locks fully from now on.</source>
            <translation>A partir de agora uma pausa bloqueia por completo.</translation>
        </message>
        <message>
            <source>After a pause they open Delve again without your words. They count until you lock, close Delve or the laptop sleeps; five wrong ones lock for good. Until then the keys stay in memory, so choose none if somebody may take the laptop from you.</source>
            <translation>Depois de uma pausa eles abrem o Delve de novo, sem suas palavras. Valem até você bloquear ou fechar o Delve, ou até o computador entrar em repouso; cinco erros bloqueiam de vez. Até lá as chaves ficam na memória: não escolha dígitos se alguém puder tirar o computador de você.</translation>
        </message>
        <message>
            <source>Digits are set.</source>
            <translation>Os dígitos estão escolhidos.</translation>
        </message>
        <message>
            <source>From now on these digits open Delve again after a pause.</source>
            <translation>A partir de agora estes dígitos abrem o Delve depois de uma pausa.</translation>
        </message>
        <message>
            <source>None are set: a pause locks fully.</source>
            <translation>Não há nenhum: uma pausa bloqueia por completo.</translation>
        </message>
        <message>
            <source>Others would try these digits first. Take other ones.</source>
            <translation>Outros tentariam primeiro estes dígitos. Escolha outros.</translation>
        </message>
        <message>
            <source>Six digits</source>
            <translation>Seis dígitos</translation>
        </message>
        <message>
            <source>Six digits are needed.</source>
            <translation>São necessários seis dígitos.</translation>
        </message>
        <message>
            <source>Six digits for a short break</source>
            <translation>Seis dígitos para uma pausa curta</translation>
        </message>
        <message>
            <source>Use none</source>
            <translation>Não usar nenhum</translation>
        </message>
        <message>
            <source>Use these digits</source>
            <translation>Usar estes dígitos</translation>
        </message>
    </context>
    <context>
        <name>PinPage</name>
        <message>
            <source>Nobody touched the laptop for a while. What you typed is kept.</source>
            <translation>Ninguém mexeu no computador durante um tempo. O que você escreveu está guardado.</translation>
        </message>
        <message>
            <source>Still there, {0}?</source>
            <translation>Ainda está aí, {0}?</translation>
        </message>
        <message numerus="yes">
            <source>These are not the digits. %n tries are left.</source>
            <translation>
                <numerusform>Não são esses os dígitos. Resta %n tentativa.</numerusform>
                <numerusform>Não são esses os dígitos. Restam %n tentativas.</numerusform>
            </translation>
        </message>
        <message>
            <source>Use my words</source>
            <translation>Usar minhas palavras</translation>
        </message>
        <message>
            <source>Your six digits</source>
            <translation>Seus seis dígitos</translation>
        </message>
    </context>
    <context>
        <name>PracticeForm</name>
        <message>
            <source>- **Dust**: scars the lungs. Keep the ore wet.</source>
            <translation>- **Poeira**: estraga os pulmões. Mantenha o minério molhado.</translation>
        </message>
        <message>
            <source>- Heat sand that has touched mercury: the smoke poisons.</source>
            <translation>- Aquecer areia que tocou em mercúrio: a fumaça envenena.</translation>
        </message>
        <message>
            <source>1. **Wash.** Run the wet ore down the sluice.</source>
            <translation>1. **Lavar.** Passe o minério molhado pela calha.</translation>
        </message>
        <message>
            <source>A coordinator gives this state; hand it in and they decide.</source>
            <translation>Este estado é dado pela coordenação; apresente a prática e ela decide.</translation>
        </message>
        <message>
            <source>A guide, a person, a training; Enter adds it</source>
            <translation>Um guia, uma pessoa, um curso; Enter adiciona</translation>
        </message>
        <message>
            <source>Begin each step with its number: 1. **Name.** What to do. Begin each danger with a hyphen.</source>
            <translation>Comece cada passo pelo número: 1. **Nome.** O que fazer. Comece cada perigo com um hífen.</translation>
        </message>
        <message>
            <source>Groups of 4 to 10 with clean water</source>
            <translation>Grupos de 4 a 10 com água limpa</translation>
        </message>
        <message>
            <source>In two sentences: what is better afterwards?</source>
            <translation>Em duas frases: o que fica melhor depois?</translation>
        </message>
        <message>
            <source>Proof and cost</source>
            <translation>Provas e custo</translation>
        </message>
        <message>
            <source>Say which language this translation is in.</source>
            <translation>Diga em que idioma está esta tradução.</translation>
        </message>
        <message>
            <source>Steps and dangers</source>
            <translation>Passos e perigos</translation>
        </message>
        <message>
            <source>What did you count, weigh or see?</source>
            <translation>O que vocês contaram, pesaram ou viram?</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>O que é</translation>
        </message>
        <message>
            <source>What was wrong before?</source>
            <translation>O que estava errado antes?</translation>
        </message>
        <message>
            <source>Who and sharing</source>
            <translation>Pessoas e compartilhamento</translation>
        </message>
    </context>
    <context>
        <name>PracticeReading</name>
        <message numerus="yes">
            <source>%n questions and answers</source>
            <translation>
                <numerusform>%n pergunta ou resposta</numerusform>
                <numerusform>%n perguntas e respostas</numerusform>
            </translation>
        </message>
        <message>
            <source>(without a title)</source>
            <translation>(sem título)</translation>
        </message>
        <message>
            <source>Begin a translation of this practice</source>
            <translation>Começar uma tradução desta prática</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Imprimir</translation>
        </message>
        <message>
            <source>Print this practice as a leaflet, or save it as a PDF (Ctrl+P)</source>
            <translation>Imprimir esta prática como folheto, ou salvar em PDF (Ctrl+P)</translation>
        </message>
        <message>
            <source>This practice is not open to all. Think of who may get it.</source>
            <translation>Esta prática não é aberta a todos. Pense em quem pode receber.</translation>
        </message>
        <message>
            <source>Translate this</source>
            <translation>Traduzir</translation>
        </message>
        <message>
            <source>We tried this</source>
            <translation>Nós experimentamos</translation>
        </message>
        <message>
            <source>nobody is shown</source>
            <translation>ninguém é mostrado</translation>
        </message>
        <message>
            <source>people in photos agreed</source>
            <translation>as pessoas nas fotos aceitaram</translation>
        </message>
        <message>
            <source>people in photos were not asked yet</source>
            <translation>ainda não se perguntou às pessoas nas fotos</translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>Keeping your words and locking …</source>
            <translation>Guardando suas palavras e bloqueando…</translation>
        </message>
        <message>
            <source>Sample library</source>
            <translation>Exemplos</translation>
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
            <translation>{0}: em andamento</translation>
        </message>
    </context>
    <context>
        <name>QFileDialog</name>
        <message>
            <source>&amp;Look in:</source>
            <translation>&amp;Procurar em:</translation>
        </message>
        <message>
            <source>Files of &amp;type:</source>
            <translation>Arquivos do &amp;tipo:</translation>
        </message>
    </context>
    <context>
        <name>QFileSystemModel</name>
        <message>
            <source>&lt;b&gt;The name "%1" cannot be used.&lt;/b&gt;&lt;p&gt;Try using another name, with fewer characters or no punctuation marks.</source>
            <translation>&lt;b&gt;O nome “%1” não pode ser usado.&lt;/b&gt;&lt;p&gt;Tente outro nome, mais curto ou sem sinais de pontuação.</translation>
        </message>
    </context>
    <context>
        <name>QPrintSettingsOutput</name>
        <message>
            <source>Color</source>
            <translation>Em cores</translation>
        </message>
        <message>
            <source>Double Sided Printing</source>
            <translation>Impressão frente e verso</translation>
        </message>
        <message>
            <source>Long side binding</source>
            <translation>Encadernação pelo lado longo</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Não</translation>
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
            <translation>Encadernação pelo lado curto</translation>
        </message>
        <message>
            <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
            <translation>Indique páginas ou intervalos de páginas, separados por vírgulas. Um intervalo se escreve com dois números e um hífen. Por exemplo: 3,5-7,9 imprime as páginas 3, 5, 6, 7 e 9.</translation>
        </message>
    </context>
    <context>
        <name>Questions</name>
        <message>
            <source>Ask a question</source>
            <translation>Fazer uma pergunta</translation>
        </message>
        <message>
            <source>Questions and answers</source>
            <translation>Perguntas e respostas</translation>
        </message>
    </context>
    <context>
        <name>QuietCard</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n dia</numerusform>
                <numerusform>%n dias</numerusform>
            </translation>
        </message>
        <message>
            <source>Call list</source>
            <translation>Para quem ligar</translation>
        </message>
        <message>
            <source>Everybody was heard of in the last 60 days.</source>
            <translation>Nos últimos 60 dias houve notícias de todos.</translation>
        </message>
        <message>
            <source>Gone quiet</source>
            <translation>Sem notícias</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>e mais %n</numerusform>
                <numerusform>e mais %n</numerusform>
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
            <translation>O Delve não abre este tipo de endereço: {0}</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Deixar</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>This leaves Delve for {0}: {1}</source>
            <translation>Este link sai do Delve para {0}: {1}</translation>
        </message>
        <message>
            <source>This leaves Delve: {0}</source>
            <translation>Este link sai do Delve: {0}</translation>
        </message>
    </context>
    <context>
        <name>Reading</name>
        <message>
            <source>(without a title)</source>
            <translation>(sem título)</translation>
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
            <translation>Alguém pôs esta ficha na lixeira enquanto outra pessoa escrevia nela; por isso está de volta.</translation>
        </message>
    </context>
    <context>
        <name>RecordList</name>
        <message numerus="yes">
            <source>%n picture(s) or file(s)</source>
            <translation>
                <numerusform>%n imagem ou arquivo</numerusform>
                <numerusform>%n imagens ou arquivos</numerusform>
            </translation>
        </message>
        <message>
            <source>(without a title)</source>
            <translation>(sem título)</translation>
        </message>
        <message>
            <source>in the bin</source>
            <translation>na lixeira</translation>
        </message>
        <message>
            <source>new</source>
            <translation>nova</translation>
        </message>
        <message>
            <source>not yet sent</source>
            <translation>ainda não enviada</translation>
        </message>
        <message>
            <source>two versions, needs a decision</source>
            <translation>duas versões, a decidir</translation>
        </message>
        <message>
            <source>with a recording</source>
            <translation>com uma gravação</translation>
        </message>
    </context>
    <context>
        <name>RecordPane</name>
        <message>
            <source>Writing …</source>
            <translation>Escrevendo…</translation>
        </message>
    </context>
    <context>
        <name>RecoverStep</name>
        <message>
            <source>Code of the recovery sheet</source>
            <translation>Código da folha de resgate</translation>
        </message>
        <message>
            <source>Forgotten words</source>
            <translation>Palavras esquecidas</translation>
        </message>
        <message>
            <source>Open with the new words</source>
            <translation>Abrir com as palavras novas</translation>
        </message>
        <message>
            <source>The recovery sheet of {0} opens the vault. Nothing is lost, and the sheet stays good.</source>
            <translation>A folha de resgate de {0} abre o cofre. Nada se perde, e a folha continua válida.</translation>
        </message>
        <message>
            <source>Type the code and the new words first</source>
            <translation>Digite primeiro o código e as palavras novas</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCard</name>
        <message>
            <source>Delve recovery sheet</source>
            <translation>Folha de resgate do Delve</translation>
        </message>
        <message>
            <source>Print it</source>
            <translation>Imprimir</translation>
        </message>
        <message>
            <source>Print it if you can. A PDF on this laptop can be read by whoever opens the laptop: put it on a stick, print it elsewhere, and delete it here.</source>
            <translation>Imprima se puder. Um PDF neste computador pode ser lido por quem abrir o computador: ponha em um pendrive, imprima em outro lugar e apague aqui.</translation>
        </message>
        <message>
            <source>Recovery code: {0}</source>
            <translation>Código de resgate: {0}</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Salvar em PDF</translation>
        </message>
        <message>
            <source>Save the recovery sheet</source>
            <translation>Salvar a folha de resgate</translation>
        </message>
        <message>
            <source>Saved as {0}. Print it, and keep the paper apart from the laptop.</source>
            <translation>Folha salva como {0}. Imprima e guarde o papel longe do computador.</translation>
        </message>
        <message>
            <source>The printer did not take the sheet. Try again, or save it as a PDF.</source>
            <translation>A impressora não aceitou a folha. Tente de novo ou salve em PDF.</translation>
        </message>
        <message>
            <source>The same code as a square</source>
            <translation>O mesmo código, como imagem quadrada</translation>
        </message>
        <message>
            <source>The sheet was sent to the printer. Keep it apart from the laptop.</source>
            <translation>A folha foi enviada para a impressora. Guarde longe do computador.</translation>
        </message>
        <message>
            <source>This laptop knows no printer. Save the sheet as a PDF and print it elsewhere.</source>
            <translation>Este computador não tem nenhuma impressora. Salve a folha em PDF e imprima em outro lugar.</translation>
        </message>
        <message>
            <source>Vault of: {0}</source>
            <translation>Cofre de: {0}</translation>
        </message>
    </context>
    <context>
        <name>RecoverySettings</name>
        <message>
            <source>A page on paper that opens your vault when the words are forgotten.</source>
            <translation>Uma página em papel que abre seu cofre quando as palavras são esquecidas.</translation>
        </message>
        <message>
            <source>Make a new sheet</source>
            <translation>Fazer uma folha nova</translation>
        </message>
        <message>
            <source>Making it …</source>
            <translation>Fazendo a folha…</translation>
        </message>
        <message>
            <source>Recovery sheet</source>
            <translation>Folha de resgate</translation>
        </message>
        <message>
            <source>You have none yet. Without it, forgotten words cannot be helped.</source>
            <translation>Você ainda não tem nenhuma. Sem ela, palavras esquecidas não têm remédio.</translation>
        </message>
        <message>
            <source>You have one. A new one makes it void.</source>
            <translation>Você tem uma. Uma nova anula a antiga.</translation>
        </message>
        <message>
            <source>Your words</source>
            <translation>Suas palavras</translation>
        </message>
        <message>
            <source>Your words, for the recovery sheet</source>
            <translation>Suas palavras, para a folha de resgate</translation>
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
            <translation>Já está respondida</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Open as a record, to change it: {0}</source>
            <translation>Abrir como ficha, para mudar: {0}</translation>
        </message>
        <message>
            <source>Read all of it</source>
            <translation>Ler tudo</translation>
        </message>
        <message>
            <source>Read all that {0} says</source>
            <translation>Ler tudo o que {0} diz</translation>
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
            <translation>Esta pergunta está respondida: {0}</translation>
        </message>
        <message>
            <source>Waits for an answer</source>
            <translation>Espera uma resposta</translation>
        </message>
        <message>
            <source>you</source>
            <translation>você</translation>
        </message>
        <message>
            <source>{0} says</source>
            <translation>{0} diz</translation>
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
            <translation>Aprovar {0}</translation>
        </message>
        <message>
            <source>Call them: do they read the same six words?</source>
            <translation>Ligue: a pessoa lê as mesmas seis palavras?</translation>
        </message>
        <message>
            <source>If one word differs, approve nobody: make a new code, and let them ask again.</source>
            <translation>Se uma só palavra for diferente, não aprove ninguém: faça um código novo e deixe que peçam outra vez.</translation>
        </message>
        <message>
            <source>Nobody is waiting. Sync now to look again.</source>
            <translation>Ninguém espera. Sincronize para ver de novo.</translation>
        </message>
        <message>
            <source>The words are the same: approve</source>
            <translation>As palavras são as mesmas: aprovar</translation>
        </message>
        <message>
            <source>Who wants to join</source>
            <translation>Quem quer entrar</translation>
        </message>
    </context>
    <context>
        <name>RestoreStep</name>
        <message>
            <source>And the laptop that made it?</source>
            <translation>E o computador que a fez?</translation>
        </message>
        <message>
            <source>Back from a backup</source>
            <translation>Recuperar de uma cópia</translation>
        </message>
        <message>
            <source>Backups ({0})</source>
            <translation>Cópias ({0})</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>Recuperar</translation>
        </message>
        <message>
            <source>Bringing it back</source>
            <translation>Recuperando a cópia</translation>
        </message>
        <message>
            <source>Choose the backup</source>
            <translation>Escolher a cópia</translation>
        </message>
        <message>
            <source>It is gone or lost</source>
            <translation>Não existe mais ou foi perdido</translation>
        </message>
        <message>
            <source>It is still used</source>
            <translation>Ainda é usado</translation>
        </message>
        <message>
            <source>The backup</source>
            <translation>A cópia</translation>
        </message>
        <message>
            <source>The file, its words, and the old laptop must be known first</source>
            <translation>Primeiro são necessários o arquivo, as palavras e o computador antigo</translation>
        </message>
        <message>
            <source>The vault in the backup comes onto this laptop. The backup itself stays as it is.</source>
            <translation>O cofre da cópia vem para este computador. A própria cópia fica como está.</translation>
        </message>
        <message>
            <source>The words of that day</source>
            <translation>As palavras daquele dia</translation>
        </message>
        <message>
            <source>The words of the backup</source>
            <translation>As palavras da cópia</translation>
        </message>
    </context>
    <context>
        <name>RichEdit</name>
        <message>
            <source>How many</source>
            <translation>Quantos</translation>
        </message>
        <message>
            <source>What</source>
            <translation>O quê</translation>
        </message>
    </context>
    <context>
        <name>RowDelegate</name>
        <message>
            <source>(without a title)</source>
            <translation>(sem título)</translation>
        </message>
        <message>
            <source>two versions</source>
            <translation>duas versões</translation>
        </message>
    </context>
    <context>
        <name>RunCard</name>
        <message numerus="yes">
            <source>%n changes wait to go out</source>
            <translation>
                <numerusform>%n mudança para enviar</numerusform>
                <numerusform>%n mudanças para enviar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them need your decision</source>
            <translation>
                <numerusform>%n delas espera sua decisão</numerusform>
                <numerusform>%n delas esperam sua decisão</numerusform>
            </translation>
        </message>
        <message>
            <source>A sample, which is never sent</source>
            <translation>Um exemplo que nunca é enviado</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Pronto</translation>
        </message>
        <message>
            <source>If the link breaks or you stop, nothing is lost. It goes on from here next time.</source>
            <translation>Se a conexão cair ou se você parar, nada se perde. Da próxima vez continua daqui.</translation>
        </message>
        <message>
            <source>In a space of your own, this says what waits to go out, and what came in.</source>
            <translation>Em um espaço seu, aqui se vê o que espera para sair e o que chegou.</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Desta vez não</translation>
        </message>
        <message>
            <source>Nothing waits to go out</source>
            <translation>Nada para enviar</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Servidor</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Parar</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sincronizar</translation>
        </message>
        <message>
            <source>Syncing with the server</source>
            <translation>Sincronizando com o servidor</translation>
        </message>
        <message>
            <source>This laptop</source>
            <translation>Este computador</translation>
        </message>
        <message>
            <source>Without a link everything stays safe on this laptop.</source>
            <translation>Sem conexão tudo continua seguro neste computador.</translation>
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
            <translation>{0} enviados, {1} recebidos</translation>
        </message>
    </context>
    <context>
        <name>RunLine</name>
        <message>
            <source>Stop</source>
            <translation>Parar</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0}%</translation>
        </message>
    </context>
    <context>
        <name>ScalarDispute</name>
        <message numerus="yes">
            <source>%n versions: {0}</source>
            <translation>
                <numerusform>%n versão: {0}</numerusform>
                <numerusform>%n versões: {0}</numerusform>
            </translation>
        </message>
        <message>
            <source>Keep all</source>
            <translation>Ficar com todas</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Ficar com as duas</translation>
        </message>
        <message>
            <source>New value: {0}</source>
            <translation>Valor novo: {0}</translation>
        </message>
        <message>
            <source>Two versions: {0}</source>
            <translation>Duas versões: {0}</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Clear the search</source>
            <translation>Limpar a pesquisa</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filtrar</translation>
        </message>
        <message>
            <source>Show only some: by theme, country, language and more</source>
            <translation>Mostrar só algumas: por tema, país, idioma e mais</translation>
        </message>
    </context>
    <context>
        <name>SecretField</name>
        <message>
            <source>Hide</source>
            <translation>Esconder</translation>
        </message>
        <message>
            <source>Hide the passphrase</source>
            <translation>Esconder a frase secreta</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Show the passphrase</source>
            <translation>Mostrar a frase secreta</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Configurações</translation>
        </message>
    </context>
    <context>
        <name>SheetStep</name>
        <message>
            <source>If the words are ever forgotten, this page opens the vault. Nobody else can help you then, not even us. You can also make it later, in Settings.</source>
            <translation>Se um dia as palavras forem esquecidas, esta página abre o cofre. Ninguém mais poderá ajudar você, nem mesmo nós. Também pode ser feita mais tarde, em Configurações.</translation>
        </message>
        <message>
            <source>Make my recovery sheet</source>
            <translation>Fazer minha folha de resgate</translation>
        </message>
        <message>
            <source>Making it …</source>
            <translation>Fazendo a folha…</translation>
        </message>
        <message>
            <source>Start writing</source>
            <translation>Começar a escrever</translation>
        </message>
        <message>
            <source>Your recovery sheet</source>
            <translation>Sua folha de resgate</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>Undone.</source>
            <translation>Desfeito.</translation>
        </message>
    </context>
    <context>
        <name>SoundPlayer</name>
        <message>
            <source>Play</source>
            <translation>Ouvir</translation>
        </message>
        <message>
            <source>Play {0}</source>
            <translation>Ouvir {0}</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Parar</translation>
        </message>
    </context>
    <context>
        <name>SourceBar</name>
        <message>
            <source>(without a title)</source>
            <translation>(sem título)</translation>
        </message>
        <message>
            <source>A report on a practice that has not arrived yet.</source>
            <translation>Um relato sobre uma prática que ainda não chegou.</translation>
        </message>
        <message>
            <source>A translation of something that has not arrived yet.</source>
            <translation>Uma tradução de algo que ainda não chegou.</translation>
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
            <translation>O original mudou depois (passo {0}).</translation>
        </message>
        <message>
            <source>The original has changed since ({0}).</source>
            <translation>O original mudou depois ({0}).</translation>
        </message>
        <message>
            <source>The original lies in the bin.</source>
            <translation>O original está na lixeira.</translation>
        </message>
        <message>
            <source>Translated from {0}.</source>
            <translation>Tradução. Idioma original: {0}.</translation>
        </message>
        <message>
            <source>Translated from: {0}</source>
            <translation>Traduzido de: {0}</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>Bringing it back …</source>
            <translation>Recuperando a cópia…</translation>
        </message>
        <message>
            <source>Making your vault …</source>
            <translation>Criando seu cofre…</translation>
        </message>
        <message>
            <source>Opening …</source>
            <translation>Abrindo…</translation>
        </message>
    </context>
    <context>
        <name>Step</name>
        <message>
            <source>Back</source>
            <translation>Voltar</translation>
        </message>
    </context>
    <context>
        <name>SyncPill</name>
        <message>
            <source>Offline</source>
            <translation>Sem conexão</translation>
        </message>
        <message>
            <source>Sync: {0}</source>
            <translation>Sincronização: {0}</translation>
        </message>
    </context>
    <context>
        <name>TextDispute</name>
        <message numerus="yes">
            <source>%n versions of this paragraph</source>
            <translation>
                <numerusform>%n versão deste parágrafo</numerusform>
                <numerusform>%n versões deste parágrafo</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose again</source>
            <translation>Escolher de novo</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Ficar com as duas</translation>
        </message>
        <message>
            <source>New paragraph</source>
            <translation>Parágrafo novo</translation>
        </message>
        <message>
            <source>Two versions of this paragraph</source>
            <translation>Duas versões deste parágrafo</translation>
        </message>
        <message>
            <source>came by the server</source>
            <translation>veio pelo servidor</translation>
        </message>
        <message>
            <source>on this laptop</source>
            <translation>neste computador</translation>
        </message>
        <message>
            <source>you</source>
            <translation>você</translation>
        </message>
    </context>
    <context>
        <name>Together</name>
        <message>
            <source>(without a title)</source>
            <translation>(sem título)</translation>
        </message>
        <message>
            <source>Belongs together with</source>
            <translation>Vai junto com</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contato</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>Prática</translation>
        </message>
        <message>
            <source>Question or answer</source>
            <translation>Pergunta ou resposta</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Ler</translation>
        </message>
        <message>
            <source>Read {0}</source>
            <translation>Ler {0}</translation>
        </message>
        <message>
            <source>Something that is still to come</source>
            <translation>Algo que ainda está para chegar</translation>
        </message>
        <message>
            <source>Speaks of this</source>
            <translation>O que fala disto</translation>
        </message>
        <message>
            <source>They tried it</source>
            <translation>Experimentaram</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>e mais %n</numerusform>
                <numerusform>e mais %n</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} · has not arrived yet</source>
            <translation>{0} · ainda não chegou</translation>
        </message>
        <message>
            <source>{0} · in the bin</source>
            <translation>{0} · na lixeira</translation>
        </message>
    </context>
    <context>
        <name>Told</name>
        <message>
            <source>Delve was locked while these were being added. They are not in their record; add them again: {0}</source>
            <translation>O Delve foi bloqueado enquanto estes arquivos eram adicionados. Eles não estão na ficha; adicione de novo: {0}</translation>
        </message>
    </context>
    <context>
        <name>ToolBar</name>
        <message>
            <source>Bold (Ctrl+B)</source>
            <translation>Negrito (Ctrl+B)</translation>
        </message>
        <message>
            <source>Bullets (Ctrl+Shift+8)</source>
            <translation>Marcadores (Ctrl+Shift+8)</translation>
        </message>
        <message>
            <source>Column after</source>
            <translation>Coluna depois</translation>
        </message>
        <message>
            <source>Column before</source>
            <translation>Coluna antes</translation>
        </message>
        <message>
            <source>Fixed letters</source>
            <translation>Largura fixa</translation>
        </message>
        <message>
            <source>Heading</source>
            <translation>Título</translation>
        </message>
        <message>
            <source>Italic (Ctrl+I)</source>
            <translation>Itálico (Ctrl+I)</translation>
        </message>
        <message>
            <source>Kind of paragraph</source>
            <translation>Tipo de parágrafo</translation>
        </message>
        <message>
            <source>Large heading</source>
            <translation>Título grande</translation>
        </message>
        <message>
            <source>Link (Ctrl+Shift+K)</source>
            <translation>Link (Ctrl+Shift+K)</translation>
        </message>
        <message>
            <source>Normal text</source>
            <translation>Texto normal</translation>
        </message>
        <message>
            <source>Numbers (Ctrl+Shift+7)</source>
            <translation>Numeração (Ctrl+Shift+7)</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagem</translation>
        </message>
        <message>
            <source>Quotation</source>
            <translation>Citação</translation>
        </message>
        <message>
            <source>Redo (Ctrl+Y)</source>
            <translation>Refazer (Ctrl+Y)</translation>
        </message>
        <message>
            <source>Row above</source>
            <translation>Linha acima</translation>
        </message>
        <message>
            <source>Row below</source>
            <translation>Linha abaixo</translation>
        </message>
        <message>
            <source>Small heading</source>
            <translation>Título pequeno</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabela</translation>
        </message>
        <message>
            <source>Take the column away</source>
            <translation>Tirar a coluna</translation>
        </message>
        <message>
            <source>Take the row away</source>
            <translation>Tirar a linha</translation>
        </message>
        <message>
            <source>Text tools</source>
            <translation>Ferramentas de texto</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Desfazer (Ctrl+Z)</translation>
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
            <translation>Um espaço novo</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>Space: {0}</source>
            <translation>Espaço: {0}</translation>
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
                <numerusform>%n local</numerusform>
                <numerusform>%n locais</numerusform>
            </translation>
        </message>
        <message>
            <source>(without a title)</source>
            <translation>(sem título)</translation>
        </message>
        <message>
            <source>How a practice travels</source>
            <translation>Como viaja uma prática</translation>
        </message>
        <message>
            <source>Which practice</source>
            <translation>Qual prática</translation>
        </message>
        <message>
            <source>did not work</source>
            <translation>não funcionou</translation>
        </message>
        <message>
            <source>started here</source>
            <translation>nasceu aqui</translation>
        </message>
        <message>
            <source>tried, it works</source>
            <translation>experimentada, funciona</translation>
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
            <translation>Alguém</translation>
        </message>
    </context>
    <context>
        <name>TwoVersions</name>
        <message>
            <source>(left empty)</source>
            <translation>(ficou vazio)</translation>
        </message>
        <message>
            <source>It was changed in several places before the laptops met. All are kept.</source>
            <translation>Isto foi mudado em vários lugares antes de os computadores se encontrarem. Todas as versões são guardadas.</translation>
        </message>
        <message>
            <source>It was changed in two places before the laptops met. Both are kept until you choose.</source>
            <translation>Isto foi mudado em dois lugares antes de os computadores se encontrarem. As duas versões são guardadas até você escolher.</translation>
        </message>
        <message>
            <source>Keep this</source>
            <translation>Ficar com esta</translation>
        </message>
        <message>
            <source>Keep this: {0}, written by {1}</source>
            <translation>Ficar com esta: {0}, escrito por {1}</translation>
        </message>
        <message>
            <source>Write another</source>
            <translation>Escrever outra coisa</translation>
        </message>
        <message>
            <source>Written by {0}</source>
            <translation>Escrito por {0}</translation>
        </message>
        <message>
            <source>You can undo any choice.</source>
            <translation>Você pode desfazer qualquer escolha.</translation>
        </message>
    </context>
    <context>
        <name>UnlockCard</name>
        <message numerus="yes">
            <source>%n words so far</source>
            <translation>
                <numerusform>%n palavra até agora</numerusform>
                <numerusform>%n palavras até agora</numerusform>
            </translation>
        </message>
        <message>
            <source>1 word so far</source>
            <translation>1 palavra até agora</translation>
        </message>
        <message>
            <source>A wrong word harms nothing. Try as often as you like.</source>
            <translation>Uma palavra errada não faz mal. Tente quantas vezes quiser.</translation>
        </message>
        <message>
            <source>Caps lock seems to be on.</source>
            <translation>Parece que o Caps Lock está ligado.</translation>
        </message>
        <message>
            <source>Forgotten your words?</source>
            <translation>Esqueceu as palavras?</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Opening …</source>
            <translation>Abrindo…</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Frase secreta</translation>
        </message>
        <message>
            <source>Type your words to open.</source>
            <translation>Digite suas palavras para abrir.</translation>
        </message>
        <message>
            <source>Welcome back</source>
            <translation>Que bom que voltou</translation>
        </message>
        <message>
            <source>Welcome back, {0}</source>
            <translation>Que bom que voltou, {0}</translation>
        </message>
    </context>
    <context>
        <name>VcardDrop</name>
        <message numerus="yes">
            <source>%n brought up to date</source>
            <translation>
                <numerusform>%n atualizado</numerusform>
                <numerusform>%n atualizados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n contacts are in the bin now.</source>
            <translation>
                <numerusform>%n contato está agora na lixeira.</numerusform>
                <numerusform>%n contatos estão agora na lixeira.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n contacts came in</source>
            <translation>
                <numerusform>chegou %n contato</numerusform>
                <numerusform>chegaram %n contatos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n here already</source>
            <translation>
                <numerusform>%n já está aqui</numerusform>
                <numerusform>%n já estão aqui</numerusform>
            </translation>
        </message>
        <message>
            <source>Address books ({0})</source>
            <translation>Listas de contatos ({0})</translation>
        </message>
        <message>
            <source>Bring in contacts from a file</source>
            <translation>Trazer contatos de um arquivo</translation>
        </message>
        <message>
            <source>Join or start a space first; contacts belong to one.</source>
            <translation>Primeiro entre em um espaço ou crie um; os contatos pertencem a um espaço.</translation>
        </message>
        <message>
            <source>There was no contact in it.</source>
            <translation>Não havia nenhum contato.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Desfazer</translation>
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
                <numerusform>%n mudança sua</numerusform>
                <numerusform>%n mudanças suas</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing. Everything written here has gone out.</source>
            <translation>Nada. Tudo o que foi escrito aqui já foi enviado.</translation>
        </message>
        <message>
            <source>Passed on for {0}</source>
            <translation>De {0}, para repassar</translation>
        </message>
        <message>
            <source>Waiting to go</source>
            <translation>Para enviar</translation>
        </message>
        <message>
            <source>Your changes, on their way</source>
            <translation>Suas mudanças, a caminho</translation>
        </message>
    </context>
    <context>
        <name>WalkBand</name>
        <message>
            <source>Leave</source>
            <translation>Sair</translation>
        </message>
        <message>
            <source>You are looking around in made-up records. Nothing is kept, nothing is sent.</source>
            <translation>Você está vendo fichas inventadas. Nada é guardado, nada é enviado.</translation>
        </message>
    </context>
    <context>
        <name>WalkStep</name>
        <message>
            <source>Bringing the samples in …</source>
            <translation>Trazendo os exemplos…</translation>
        </message>
        <message>
            <source>Look around</source>
            <translation>Explorar</translation>
        </message>
        <message>
            <source>Sample records</source>
            <translation>Fichas de exemplo</translation>
        </message>
        <message>
            <source>Walk through with made-up notes and practices. Nothing is kept, nothing is sent.</source>
            <translation>Percorra notas e práticas inventadas. Nada é guardado, nada é enviado.</translation>
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
                <numerusform>com notícias em %n das últimas 12 semanas</numerusform>
                <numerusform>com notícias em %n das últimas 12 semanas</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Writing</name>
        <message>
            <source>Back</source>
            <translation>Voltar</translation>
        </message>
        <message>
            <source>Keep what I wrote</source>
            <translation>Ficar com o que escrevi</translation>
        </message>
    </context>
    <context>
        <name>_Doors</name>
        <message>
            <source>Back</source>
            <translation>Voltar</translation>
        </message>
        <message>
            <source>I have a backup</source>
            <translation>Tenho uma cópia</translation>
        </message>
        <message>
            <source>I have an invite</source>
            <translation>Tenho um convite</translation>
        </message>
        <message>
            <source>I start a group</source>
            <translation>Crio um grupo</translation>
        </message>
        <message>
            <source>I want to look first</source>
            <translation>Quero ver primeiro</translation>
        </message>
        <message>
            <source>Join with an invite</source>
            <translation>Entrar com um convite</translation>
        </message>
        <message>
            <source>Look around</source>
            <translation>Explorar</translation>
        </message>
        <message>
            <source>No internet needed</source>
            <translation>Não precisa de internet</translation>
        </message>
        <message>
            <source>Start a new space</source>
            <translation>Criar um espaço</translation>
        </message>
        <message>
            <source>Walk through with made-up notes and practices. Nothing is kept, nothing is sent.</source>
            <translation>Percorra notas e práticas inventadas. Nada é guardado, nada é enviado.</translation>
        </message>
        <message>
            <source>What works at one mine can help at the next. It all stays on this laptop until you send it.</source>
            <translation>O que funciona em uma mina pode ajudar em outra. Tudo fica neste computador até você enviar.</translation>
        </message>
        <message>
            <source>Which door is yours?</source>
            <translation>Qual é a sua porta?</translation>
        </message>
        <message>
            <source>You coordinate an association or a region, and want to invite the others.</source>
            <translation>Você coordena uma associação ou uma região e quer convidar os outros.</translation>
        </message>
        <message>
            <source>Your coordinator gave you a file, a code or a square picture.</source>
            <translation>Sua coordenação deu a você um arquivo, um código ou uma imagem quadrada.</translation>
        </message>
        <message>
            <source>takes under two minutes</source>
            <translation>leva menos de dois minutos</translation>
        </message>
        <message>
            <source>you can come back to these doors later</source>
            <translation>você pode voltar a estas portas mais tarde</translation>
        </message>
    </context>
    <context>
        <name>_EntryDelegate</name>
        <message>
            <source>(without a title)</source>
            <translation>(sem título)</translation>
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
            <translation>Distrito, região</translation>
        </message>
        <message>
            <source>House, floor</source>
            <translation>Casa, andar</translation>
        </message>
        <message>
            <source>P.O. box</source>
            <translation>Caixa postal</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Código postal</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>Tirar {0}</translation>
        </message>
        <message>
            <source>Street and number</source>
            <translation>Rua e número</translation>
        </message>
        <message>
            <source>Village or town</source>
            <translation>Povoado ou cidade</translation>
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
                <numerusform>há %n dia</numerusform>
                <numerusform>há %n dias</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hours ago</source>
            <translation>
                <numerusform>há %n hora</numerusform>
                <numerusform>há %n horas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minutes ago</source>
            <translation>
                <numerusform>há %n minuto</numerusform>
                <numerusform>há %n minutos</numerusform>
            </translation>
        </message>
        <message>
            <source>about {0}</source>
            <translation>por volta de {0}</translation>
        </message>
        <message>
            <source>now</source>
            <translation>agora</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>ontem</translation>
        </message>
    </context>
    <context>
        <name>attachments</name>
        <message>
            <source>Delve cannot use the sound of this system: save the recording to hear it.</source>
            <translation>O Delve não pode usar o som deste sistema: salve a gravação para ouvir.</translation>
        </message>
        <message>
            <source>The part of Qt that plays sound is not installed.</source>
            <translation>A parte do Qt que reproduz som não está instalada.</translation>
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
            <translation>Uma pergunta ou resposta ainda não publicada</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Kept on this laptop, {0}</source>
            <translation>Guardado neste computador, {0}</translation>
        </message>
        <message>
            <source>You had begun something new</source>
            <translation>Você tinha começado algo novo</translation>
        </message>
        <message>
            <source>You had begun “{0}”</source>
            <translation>Você tinha começado “{0}”</translation>
        </message>
    </context>
    <context>
        <name>codes</name>
        <message>
            <source>A code has only letters and digits. Look at it again.</source>
            <translation>Um código só tem letras e dígitos. Veja de novo.</translation>
        </message>
        <message>
            <source>The code is not whole, or there is too much of it. Look at it again.</source>
            <translation>O código não está inteiro, ou tem algo a mais. Veja de novo.</translation>
        </message>
        <message>
            <source>There is a typing mistake in group {0}. Look at it again.</source>
            <translation>Há um erro de digitação no grupo {0}. Veja de novo.</translation>
        </message>
        <message>
            <source>There is more than one typing mistake in the code. Look at it again.</source>
            <translation>Há mais de um erro de digitação no código. Veja de novo.</translation>
        </message>
        <message>
            <source>This code cannot be used here. Ask for a new one.</source>
            <translation>Este código não serve aqui. Peça um novo.</translation>
        </message>
        <message>
            <source>This code is for something else. An invite begins with JOIN.</source>
            <translation>Este código é para outra coisa. Um convite começa com JOIN.</translation>
        </message>
        <message>
            <source>Type the code, or choose the file or picture you were given.</source>
            <translation>Digite o código, ou escolha o arquivo ou a imagem que você recebeu.</translation>
        </message>
    </context>
    <context>
        <name>commands</name>
        <message>
            <source>A new space</source>
            <translation>Um espaço novo</translation>
        </message>
        <message>
            <source>Bring in contacts from a file</source>
            <translation>Trazer contatos de um arquivo</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Escuro</translation>
        </message>
        <message>
            <source>Go to {0}</source>
            <translation>Ir para {0}</translation>
        </message>
        <message>
            <source>Help for this page</source>
            <translation>Ajuda para esta página</translation>
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
            <translation>Claro ou escuro como o sistema</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>Novo contato</translation>
        </message>
        <message>
            <source>New note</source>
            <translation>Nova nota</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Configurações</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Sincronizar agora</translation>
        </message>
        <message>
            <source>Work in {0}</source>
            <translation>Trabalhar em {0}</translation>
        </message>
        <message>
            <source>help</source>
            <translation>ajuda</translation>
        </message>
        <message>
            <source>import address book vCard</source>
            <translation>importar lista de contatos vCard</translation>
        </message>
        <message>
            <source>send receive exchange</source>
            <translation>enviar receber trocar</translation>
        </message>
        <message>
            <source>theme colours</source>
            <translation>tema cores</translation>
        </message>
    </context>
    <context>
        <name>editors</name>
        <message>
            <source>First letters, then Enter</source>
            <translation>Primeiras letras e Enter</translation>
        </message>
        <message>
            <source>First letters, then choose</source>
            <translation>Primeiras letras e escolher</translation>
        </message>
        <message>
            <source>Something else: type it and press Enter</source>
            <translation>Outra coisa: escreva e pressione Enter</translation>
        </message>
        <message>
            <source>Type and press Enter</source>
            <translation>Escreva e pressione Enter</translation>
        </message>
        <message>
            <source>{0}, or only {1}</source>
            <translation>{0}, ou só {1}</translation>
        </message>
    </context>
    <context>
        <name>exchange</name>
        <message numerus="yes">
            <source>%n changes came in</source>
            <translation>
                <numerusform>chegou %n mudança</numerusform>
                <numerusform>chegaram %n mudanças</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changes came in.</source>
            <translation>
                <numerusform>Chegou %n mudança.</numerusform>
                <numerusform>Chegaram %n mudanças.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changes went out.</source>
            <translation>
                <numerusform>Foi enviada %n mudança.</numerusform>
                <numerusform>Foram enviadas %n mudanças.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures and files came in.</source>
            <translation>
                <numerusform>Chegou %n imagem ou arquivo.</numerusform>
                <numerusform>Chegaram %n imagens e arquivos.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures and files wait for the next sync; the text is through.</source>
            <translation>
                <numerusform>%n imagem ou arquivo espera a próxima sincronização; o texto já passou.</numerusform>
                <numerusform>%n imagens e arquivos esperam a próxima sincronização; o texto já passou.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures and files went out.</source>
            <translation>
                <numerusform>%n imagem ou arquivo foi enviado.</numerusform>
                <numerusform>%n imagens e arquivos foram enviados.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pieces wait for something that has not come yet. They are kept.</source>
            <translation>
                <numerusform>%n parte espera por algo que ainda não chegou. Está guardada.</numerusform>
                <numerusform>%n partes esperam por algo que ainda não chegou. Estão guardadas.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n records came in or changed.</source>
            <translation>
                <numerusform>%n ficha chegou ou mudou.</numerusform>
                <numerusform>%n fichas chegaram ou mudaram.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing new on either side.</source>
            <translation>Nada de novo de nenhum lado.</translation>
        </message>
        <message>
            <source>The data for this sync was used up. The rest goes next time.</source>
            <translation>Os dados previstos acabaram. O resto vai da próxima vez.</translation>
        </message>
        <message>
            <source>The server did not take them this time. Delve tries again by itself.</source>
            <translation>O servidor não recebeu desta vez. O Delve tenta de novo por si.</translation>
        </message>
        <message>
            <source>The server has no room for more of them. Whoever runs it can make some.</source>
            <translation>O servidor não tem espaço para mais. Quem cuida dele pode liberar espaço.</translation>
        </message>
        <message>
            <source>This laptop and the server hold the same.</source>
            <translation>Este computador e o servidor têm o mesmo conteúdo.</translation>
        </message>
        <message>
            <source>This laptop has no room for more of them. Make some, then sync again.</source>
            <translation>Este computador não tem espaço para mais. Libere espaço e sincronize de novo.</translation>
        </message>
        <message>
            <source>Your coordinator has not let you in yet. What you write waits here, safe.</source>
            <translation>Sua coordenação ainda não aprovou seu pedido. O que você escreve espera aqui, seguro.</translation>
        </message>
        <message numerus="yes">
            <source>about %n minutes left</source>
            <translation>
                <numerusform>falta cerca de %n minuto</numerusform>
                <numerusform>faltam cerca de %n minutos</numerusform>
            </translation>
        </message>
        <message>
            <source>less than a minute left</source>
            <translation>falta menos de um minuto</translation>
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
            <translation>{0} de {1} imagens e arquivos</translation>
        </message>
    </context>
    <context>
        <name>faults</name>
        <message>
            <source>An address needs one line at least.</source>
            <translation>Um endereço precisa de pelo menos uma linha.</translation>
        </message>
        <message>
            <source>This is too long for one field. Put a part of it somewhere else; nothing is lost.</source>
            <translation>É longo demais para um campo. Ponha uma parte em outro lugar; nada se perde.</translation>
        </message>
        <message>
            <source>Write an amount as 60 or 12.50, and choose its currency.</source>
            <translation>Escreva um valor como 60 ou 12,50, e escolha a moeda.</translation>
        </message>
        <message>
            <source>Write degrees north and east with one decimal, as -2.9, 32.2</source>
            <translation>Escreva graus norte e leste com uma casa decimal, como -2.9, 32.2</translation>
        </message>
        <message>
            <source>“{0}” is no country in the list. Type the first letters and choose.</source>
            <translation>“{0}” não é um país da lista. Digite as primeiras letras e escolha.</translation>
        </message>
        <message>
            <source>“{0}” is no date. Write a day, a month or a year.</source>
            <translation>“{0}” não é uma data. Escreva um dia, um mês ou um ano.</translation>
        </message>
        <message>
            <source>“{0}” is no e-mail address. It has an @ in the middle.</source>
            <translation>“{0}” não é um endereço de e-mail. Tem um @ no meio.</translation>
        </message>
        <message>
            <source>“{0}” is no language in the list. Type the first letters and choose.</source>
            <translation>“{0}” não é um idioma da lista. Digite as primeiras letras e escolha.</translation>
        </message>
        <message>
            <source>“{0}” is no phone number. Write digits, with + and the number of the country first.</source>
            <translation>“{0}” não é um número de telefone. Escreva só números, primeiro + e o código do país.</translation>
        </message>
        <message>
            <source>“{0}” is no web address. It begins with https://</source>
            <translation>“{0}” não é um endereço web. Começa com https://</translation>
        </message>
        <message>
            <source>“{0}” is not in the list. Type the first letters and choose.</source>
            <translation>“{0}” não está na lista. Digite as primeiras letras e escolha.</translation>
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
            <translation>Tem telefone</translation>
        </message>
        <message>
            <source>Has photo</source>
            <translation>Tem foto</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Minhas</translation>
        </message>
        <message>
            <source>Mineral</source>
            <translation>Mineral</translation>
        </message>
        <message>
            <source>Needs answer</source>
            <translation>Espera resposta</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Novidades</translation>
        </message>
        <message>
            <source>Not yet sent</source>
            <translation>Ainda não enviadas</translation>
        </message>
        <message>
            <source>Other words</source>
            <translation>Outras palavras</translation>
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
            <translation>Este ano</translation>
        </message>
        <message>
            <source>Tried</source>
            <translation>Experimentadas</translation>
        </message>
    </context>
    <context>
        <name>frames</name>
        <message>
            <source>Page, arrow keys scroll it</source>
            <translation>Página; as setas fazem rolar</translation>
        </message>
    </context>
    <context>
        <name>home</name>
        <message numerus="yes">
            <source>%n sites</source>
            <translation>
                <numerusform>%n local</numerusform>
                <numerusform>%n locais</numerusform>
            </translation>
        </message>
        <message>
            <source>Map of where this practice was tried</source>
            <translation>Mapa de onde esta prática foi experimentada</translation>
        </message>
        <message>
            <source>{0}: started here, tried at {1}</source>
            <translation>{0}: nasceu aqui, experimentada em {1}</translation>
        </message>
        <message>
            <source>{0}: tried at {1}, it did not work</source>
            <translation>{0}: experimentada em {1}, não funcionou</translation>
        </message>
        <message>
            <source>{0}: tried at {1}, it works</source>
            <translation>{0}: experimentada em {1}, funciona</translation>
        </message>
    </context>
    <context>
        <name>leaflet</name>
        <message>
            <source>(without a title)</source>
            <translation>(sem título)</translation>
        </message>
        <message>
            <source>**Never:** {0}</source>
            <translation>**Nunca:** {0}</translation>
        </message>
        <message>
            <source>Danger – read this first</source>
            <translation>Perigo – leia primeiro</translation>
        </message>
        <message>
            <source>Printed from Delve</source>
            <translation>Impresso do Delve</translation>
        </message>
        <message>
            <source>What it costs</source>
            <translation>Quanto custa</translation>
        </message>
        <message>
            <source>Whom to ask</source>
            <translation>Para quem perguntar</translation>
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
                <numerusform>%n recebida</numerusform>
                <numerusform>%n recebidas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n out</source>
            <translation>
                <numerusform>%n enviada</numerusform>
                <numerusform>%n enviadas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) or file(s) with the server</source>
            <translation>
                <numerusform>Com o servidor: %n imagem ou arquivo</numerusform>
                <numerusform>Com o servidor: %n imagens ou arquivos</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing new on either side</source>
            <translation>Nada de novo de nenhum lado</translation>
        </message>
        <message>
            <source>Server not reached. What you wrote stayed here, safe.</source>
            <translation>Não foi possível chegar ao servidor. O que você escreveu ficou aqui, seguro.</translation>
        </message>
        <message>
            <source>Stopped before anything moved</source>
            <translation>Parou antes de mover algo</translation>
        </message>
        <message>
            <source>The server did not accept it. What you wrote stayed here, safe.</source>
            <translation>O servidor não aceitou. O que você escreveu ficou aqui, seguro.</translation>
        </message>
        <message>
            <source>{0}, {1} with the server</source>
            <translation>Com o servidor: {0}, {1}</translation>
        </message>
        <message>
            <source>{0}, {1}, then it was cut off. It goes on from there.</source>
            <translation>{0}, {1}, depois a conexão caiu. Continua daí.</translation>
        </message>
    </context>
    <context>
        <name>money</name>
        <message>
            <source>Amount</source>
            <translation>Valor</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>Data do preço</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>Moeda</translation>
        </message>
        <message>
            <source>Per month, per gram …</source>
            <translation>Por mês, por grama…</translation>
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
            <translation>Não informado</translation>
        </message>
    </context>
    <context>
        <name>passphrase</name>
        <message>
            <source>Letters in a row of the keyboard are easy to guess.</source>
            <translation>Letras seguidas do teclado são fáceis de adivinhar.</translation>
        </message>
        <message>
            <source>The same letters over and over are easy to guess.</source>
            <translation>As mesmas letras repetidas são fáceis de adivinhar.</translation>
        </message>
        <message>
            <source>This is a well-known phrase. Others would try it first.</source>
            <translation>É uma frase conhecida. Outros tentariam essa primeiro.</translation>
        </message>
        <message>
            <source>This is easy to guess. Try other words.</source>
            <translation>É fácil de adivinhar. Tente outras palavras.</translation>
        </message>
        <message>
            <source>This is mostly your own name. Others would try it first.</source>
            <translation>É quase só o seu nome. Outros tentariam esse primeiro.</translation>
        </message>
        <message>
            <source>Too short yet: six words, or at least 15 letters.</source>
            <translation>Ainda curta demais: seis palavras, ou pelo menos 15 letras.</translation>
        </message>
        <message>
            <source>Type six words, or let Delve suggest them.</source>
            <translation>Digite seis palavras, ou deixe o Delve sugerir.</translation>
        </message>
    </context>
    <context>
        <name>pasted</name>
        <message>
            <source>All words came in, some links, bold words or lists as plain words only. Copy smaller parts to keep them.</source>
            <translation>Todas as palavras entraram, mas alguns links, negritos ou listas viraram simples palavras. Copie partes menores para manter isso.</translation>
        </message>
        <message>
            <source>What you pasted is longer than fits in here: its end is missing. Copy it in smaller parts to have all of it.</source>
            <translation>O que você colou é longo demais: falta o fim. Copie em partes menores para ter tudo.</translation>
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
            <translation>Custo para começar</translation>
        </message>
        <message numerus="yes">
            <source>In %n countries</source>
            <translation>
                <numerusform>Em %n país</numerusform>
                <numerusform>Em %n países</numerusform>
            </translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Etapa</translation>
        </message>
        <message>
            <source>Who for</source>
            <translation>Para quem</translation>
        </message>
    </context>
    <context>
        <name>results</name>
        <message>
            <source>{0} did not</source>
            <translation>{0} sem sucesso</translation>
        </message>
        <message>
            <source>{0} it works</source>
            <translation>{0} com sucesso</translation>
        </message>
        <message>
            <source>{0} not said</source>
            <translation>{0} não informado</translation>
        </message>
        <message>
            <source>{0} too early</source>
            <translation>{0} ainda é cedo</translation>
        </message>
        <message>
            <source>{0} with changes</source>
            <translation>{0} com mudanças</translation>
        </message>
    </context>
    <context>
        <name>sections</name>
        <message>
            <source>Bin</source>
            <translation>Lixeira</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>Comentários</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Contatos</translation>
        </message>
        <message>
            <source>Find anything</source>
            <translation>Procurar em tudo</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Resultados</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ajuda</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Início</translation>
        </message>
        <message>
            <source>Merge desk</source>
            <translation>Decisões</translation>
        </message>
        <message>
            <source>Name or number</source>
            <translation>Nome ou número</translation>
        </message>
        <message>
            <source>No contacts yet. Begin with New.</source>
            <translation>Ainda não há contatos. Comece com Novo.</translation>
        </message>
        <message>
            <source>No notes yet. Begin with New.</source>
            <translation>Ainda não há notas. Comece com Novo.</translation>
        </message>
        <message>
            <source>No practices yet. They come with an exchange, or begin with New.</source>
            <translation>Ainda não há práticas. Elas chegam com um intercâmbio, ou comece com Novo.</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notas</translation>
        </message>
        <message>
            <source>Nothing to decide. When two people change the same thing, both versions appear here.</source>
            <translation>Nada a decidir. Quando duas pessoas mudam a mesma coisa, as duas versões aparecem aqui.</translation>
        </message>
        <message>
            <source>Others</source>
            <translation>Outros</translation>
        </message>
        <message>
            <source>Practices</source>
            <translation>Práticas</translation>
        </message>
        <message>
            <source>Search notes</source>
            <translation>Procurar nas notas</translation>
        </message>
        <message>
            <source>Search practices</source>
            <translation>Procurar práticas</translation>
        </message>
        <message>
            <source>Search the bin</source>
            <translation>Procurar na lixeira</translation>
        </message>
        <message>
            <source>Search what needs a decision</source>
            <translation>Procurar decisões</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sincronizar</translation>
        </message>
        <message>
            <source>The bin is empty. What you put here can always be taken back.</source>
            <translation>A lixeira está vazia. O que você puser aqui pode sempre ser recuperado.</translation>
        </message>
        <message>
            <source>To decide</source>
            <translation>A decidir</translation>
        </message>
        <message>
            <source>Tried</source>
            <translation>Experimentadas</translation>
        </message>
        <message>
            <source>Type a word, a name or a number.</source>
            <translation>Digite uma palavra, um nome ou um número.</translation>
        </message>
    </context>
    <context>
        <name>sentences</name>
        <message>
            <source>A file of this vault is damaged. Delve changed nothing. Use a copy, or ask your coordinator.</source>
            <translation>Um arquivo deste cofre está danificado. O Delve não mudou nada. Use uma cópia ou pergunte à sua coordenação.</translation>
        </message>
        <message>
            <source>A newer Delve wrote this. It is untouched; update Delve on this laptop to open it.</source>
            <translation>Um Delve mais novo escreveu isto. Está intacto; atualize o Delve neste computador para abrir.</translation>
        </message>
        <message>
            <source>Delve is already open for this person. Use the other window.</source>
            <translation>O Delve já está aberto para esta pessoa. Use a outra janela.</translation>
        </message>
        <message>
            <source>It is no longer there. Nothing else was changed.</source>
            <translation>Não está mais lá. Nada mais mudou.</translation>
        </message>
        <message>
            <source>Something went wrong in Delve itself. What was saved is safe. You can go on.</source>
            <translation>Algo deu errado no próprio Delve. O que foi salvo está seguro. Você pode continuar.</translation>
        </message>
        <message>
            <source>Stopped. What had arrived is kept, and it goes on from here next time.</source>
            <translation>Parado. O que já chegou está guardado, e da próxima vez continua daqui.</translation>
        </message>
        <message>
            <source>The disk had trouble just now. What was saved before is safe. Make a copy, then try again.</source>
            <translation>O disco acabou de ter um problema. O que foi salvo antes está seguro. Faça uma cópia e tente de novo.</translation>
        </message>
        <message>
            <source>The disk is full. What was saved before is safe. Make room and try again.</source>
            <translation>O disco está cheio. O que foi salvo antes está seguro. Libere espaço e tente de novo.</translation>
        </message>
        <message>
            <source>The server did not accept this. Everything stays safe on this laptop.</source>
            <translation>O servidor não aceitou isto. Tudo continua seguro neste computador.</translation>
        </message>
        <message>
            <source>The server was not reached. Everything stays safe on this laptop and goes out next time.</source>
            <translation>Não foi possível chegar ao servidor. Tudo continua seguro neste computador e será enviado da próxima vez.</translation>
        </message>
        <message>
            <source>The vault was locked meanwhile. What was saved is safe; open it again.</source>
            <translation>O cofre foi bloqueado nesse meio-tempo. O que foi salvo está seguro; abra de novo.</translation>
        </message>
        <message>
            <source>These words do not open this vault. Nothing is harmed: try again.</source>
            <translation>Estas palavras não abrem este cofre. Nada se estragou: tente de novo.</translation>
        </message>
        <message>
            <source>This folder cannot be written to. Nothing was changed; move the vault or free its folder.</source>
            <translation>Não é possível escrever nesta pasta. Nada mudou; mova o cofre ou permita escrever na pasta.</translation>
        </message>
        <message>
            <source>Your role in this space does not allow that. Nothing was changed; ask a coordinator.</source>
            <translation>Sua função neste espaço não permite isso. Nada mudou; pergunte à coordenação.</translation>
        </message>
    </context>
    <context>
        <name>sheet</name>
        <message>
            <source>1. Choose on the start page that the passphrase is forgotten.</source>
            <translation>1. Na primeira página, escolha “Esqueceu as palavras?”.</translation>
        </message>
        <message>
            <source>2. Type the code, or photograph the square. Capitals, blanks and hyphens do not matter; there is no letter I, L, O or U in it.</source>
            <translation>2. Digite o código, ou fotografe o quadrado. Maiúsculas, espaços e hífens não importam; não há nele as letras I, L, O nem U.</translation>
        </message>
        <message>
            <source>3. Choose a new passphrase. This sheet stays good.</source>
            <translation>3. Escolha uma frase secreta nova. Esta folha continua válida.</translation>
        </message>
        <message>
            <source>Delve - recovery sheet</source>
            <translation>Delve - folha de resgate</translation>
        </message>
        <message>
            <source>If somebody else may have seen this sheet, make a new one in the settings: this one is void then.</source>
            <translation>Se outra pessoa pode ter visto esta folha, faça uma nova em Configurações: esta deixa de valer.</translation>
        </message>
        <message>
            <source>Keep it where you keep what must not be lost, and not with the laptop.</source>
            <translation>Guarde onde você guarda o que não pode se perder, e não com o computador.</translation>
        </message>
        <message>
            <source>Made on: {0} (by the clock of the laptop)</source>
            <translation>Feita em: {0} (pelo relógio do computador)</translation>
        </message>
        <message>
            <source>Recovery sheet</source>
            <translation>Folha de resgate</translation>
        </message>
        <message>
            <source>Vault of: {0}</source>
            <translation>Cofre de: {0}</translation>
        </message>
        <message>
            <source>When the passphrase is forgotten:</source>
            <translation>Quando a frase secreta é esquecida:</translation>
        </message>
        <message>
            <source>Who has this sheet and the laptop, or a copy of the vault, can read everything in it.</source>
            <translation>Quem tiver esta folha e o computador, ou uma cópia do cofre, pode ler tudo.</translation>
        </message>
    </context>
    <context>
        <name>shell</name>
        <message>
            <source>Contact</source>
            <translation>Contato</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>Prática</translation>
        </message>
        <message>
            <source>Question or answer</source>
            <translation>Pergunta ou resposta</translation>
        </message>
        <message>
            <source>We tried this</source>
            <translation>Nós experimentamos</translation>
        </message>
    </context>
    <context>
        <name>starting</name>
        <message>
            <source>Delve is open already, and its window does not answer. What was saved is safe. Wait a moment, then start Delve again. If it still does not answer, restart the laptop.</source>
            <translation>O Delve já está aberto e a janela dele não responde. O que foi salvo está seguro. Espere um momento e inicie o Delve outra vez. Se ele ainda não responder, reinicie o computador.</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message>
            <source>came by the server</source>
            <translation>veio pelo servidor</translation>
        </message>
        <message>
            <source>no</source>
            <translation>não</translation>
        </message>
        <message>
            <source>on this laptop</source>
            <translation>neste computador</translation>
        </message>
        <message>
            <source>somebody</source>
            <translation>alguém</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>sim</translation>
        </message>
        <message>
            <source>you</source>
            <translation>você</translation>
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
