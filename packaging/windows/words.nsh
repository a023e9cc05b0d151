; What the setup program says beyond NSIS's own words, in the languages of the program, with the terms of
; docs/translating.md.
; !insertmacro Words NAME "English" "French" "Spanish" "Portuguese"

!macro Words name en fr es pt
  LangString ${name} ${LANG_ENGLISH} "${en}"
  LangString ${name} ${LANG_FRENCH} "${fr}"
  LangString ${name} ${LANG_SPANISH} "${es}"
  LangString ${name} ${LANG_PORTUGUESEBR} "${pt}"
!macroend

!insertmacro Words TooOld \
  "Delve needs Windows 10 or newer, 64 bits." \
  "Delve a besoin de Windows 10 ou d’une version plus récente, en 64 bits." \
  "Delve necesita Windows 10 o una versión más reciente, de 64 bits." \
  "O Delve precisa do Windows 10 ou de uma versão mais nova, de 64 bits."

!insertmacro Words IsOpen \
  "Delve is open. Close it, then go on; what was typed is kept." \
  "Delve est ouvert. Fermez-le, puis continuez ; ce qui a été saisi est gardé." \
  "Delve está abierto. Ciérrelo y continúe; lo que se escribió se conserva." \
  "O Delve está aberto. Feche o programa e continue; o que foi escrito fica guardado."

!insertmacro Words NoRoom \
  "There is not enough room on this disk: Delve needs ${MEGABYTES} MB. Nothing was changed." \
  "Il n’y a pas assez de place sur ce disque : Delve a besoin de ${MEGABYTES} Mo. Rien n’a été modifié." \
  "No hay espacio suficiente en este disco: Delve necesita ${MEGABYTES} MB. No se cambió nada." \
  "Não há espaço suficiente neste disco: o Delve precisa de ${MEGABYTES} MB. Nada foi alterado."

!insertmacro Words NotOurs \
  "The folder for the program holds something that is not part of Delve. Move it elsewhere, then start this again. Nothing was changed." \
  "Le dossier du programme contient quelque chose qui ne fait pas partie de Delve. Déplacez-le, puis recommencez. Rien n’a été modifié." \
  "La carpeta del programa contiene algo que no es parte de Delve. Muévalo a otro lugar y empiece de nuevo. No se cambió nada." \
  "A pasta do programa contém algo que não faz parte do Delve. Mova isso para outro lugar e comece de novo. Nada foi alterado."

!insertmacro Words NotWritten \
  "A file could not be written or replaced, so nothing was changed. If a virus scanner is at work, wait a moment and try again." \
  "Un fichier n’a pas pu être écrit ou remplacé : rien n’a été modifié. Si un antivirus est à l’œuvre, attendez un instant et réessayez." \
  "No se pudo escribir o reemplazar un archivo, así que no se cambió nada. Si un antivirus está trabajando, espere un momento e inténtelo otra vez." \
  "Não foi possível gravar ou substituir um arquivo, por isso nada foi alterado. Se um antivírus estiver trabalhando, espere um momento e tente de novo."

!insertmacro Words NotFinished \
  "Another program holds the new version, and it is not in its place yet. Restart the computer: that finishes it. Your vaults are untouched." \
  "Un autre programme retient la nouvelle version, qui n’est pas encore en place. Redémarrez l’ordinateur : cela termine l’installation. Vos coffres sont intacts." \
  "Otro programa retiene la nueva versión, que aún no está en su lugar. Reinicie la computadora: eso termina la instalación. Sus cajas fuertes están intactas." \
  "Outro programa segura a nova versão, que ainda não está no lugar. Reinicie o computador: isso termina a instalação. Os seus cofres estão intactos."

!insertmacro Words IsNewer \
  "A newer version of Delve is installed, and this older one may be unable to open its vaults. Put the older one in its place?" \
  "Une version plus récente de Delve est installée, et cette ancienne version pourrait ne pas ouvrir ses coffres. Mettre l’ancienne à sa place ?" \
  "Hay instalada una versión más reciente de Delve, y esta, más antigua, quizá no pueda abrir sus cajas fuertes. ¿Poner la antigua en su lugar?" \
  "Uma versão mais nova do Delve está instalada, e esta, mais antiga, talvez não consiga abrir os cofres dela. Colocar a antiga no lugar?"

!insertmacro Words AlreadyRunning \
  "The setup of Delve is running already." \
  "L’installation de Delve est déjà en cours." \
  "La instalación de Delve ya está en marcha." \
  "A instalação do Delve já está em andamento."

!insertmacro Words DeleteVaults \
  "Also delete the vaults on this laptop, with everything that is written in them? What was not exchanged with others is then lost for ever. Choose No to keep them." \
  "Supprimer aussi les coffres de cet ordinateur, avec tout ce qui y est écrit ? Ce qui n’a pas été échangé avec d’autres est alors perdu pour toujours. Choisissez Non pour les garder." \
  "¿Borrar también las cajas fuertes de esta computadora, con todo lo que está escrito en ellas? Lo que no se intercambió con otros se pierde para siempre. Elija No para conservarlas." \
  "Apagar também os cofres deste computador, com tudo o que está escrito neles? O que não foi trocado com outros fica perdido para sempre. Escolha Não para ficar com os cofres."

!insertmacro Words Kept \
  "The vaults were kept. They lie in:" \
  "Les coffres ont été gardés. Ils se trouvent dans :" \
  "Las cajas fuertes se conservaron. Están en:" \
  "Os cofres foram conservados. Ficam em:"

!insertmacro Words BackupFile \
  "Delve backup" \
  "Sauvegarde Delve" \
  "Copia de seguridad de Delve" \
  "Cópia de segurança do Delve"

!insertmacro Words AddressBook \
  "Address book" \
  "Carnet d’adresses" \
  "Libreta de direcciones" \
  "Catálogo de endereços"

!insertmacro Words Description \
  "Notes, contacts and practices for associations of miners, without a network too" \
  "Notes, contacts et pratiques pour les associations de mineurs, même sans réseau" \
  "Notas, contactos y prácticas para asociaciones de mineros, también sin red" \
  "Notas, contatos e práticas para associações de mineradores, mesmo sem rede"
