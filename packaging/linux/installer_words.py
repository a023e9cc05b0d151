"""What the installer for Linux says, in the four languages: one sentence each, {0} and {1} for what differs."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, dict[str, str]]] = {
    "usage": {
        "en": "Start this without anything to install Delve, with --uninstall to remove it, with --check to test this file.",
        "fr": "Lancez ceci sans rien pour installer Delve, avec --uninstall pour le retirer, avec --check pour vérifier ce fichier.",
        "es": "Inicie esto sin nada para instalar Delve, con --uninstall para quitarlo, con --check para comprobar este archivo.",
        "pt": "Inicie isto sem nada para instalar o Delve, com --uninstall para o remover, com --check para verificar este arquivo.",
    },
    "whole": {
        "en": "This file is whole.",
        "fr": "Ce fichier est entier.",
        "es": "Este archivo está completo.",
        "pt": "Este arquivo está completo.",
    },
    "damaged": {
        "en": "This file is damaged or was cut off. Nothing was changed. Copy it again.",
        "fr": "Ce fichier est abîmé ou incomplet. Rien n’a été changé. Copiez-le de nouveau.",
        "es": "Este archivo está dañado o incompleto. No se cambió nada. Cópielo otra vez.",
        "pt": "Este arquivo está danificado ou incompleto. Nada foi alterado. Copie-o de novo.",
    },
    "lacks_tool": {
        "en": "This system has no {0}, which the installer needs. Nothing was changed. Install the package {1}.",
        "fr": "Ce système n’a pas {0}, dont l’installation a besoin. Rien n’a été changé. Installez le paquet {1}.",
        "es": "Este sistema no tiene {0}, que la instalación necesita. No se cambió nada. Instale el paquete {1}.",
        "pt": "Este sistema não tem {0}, de que a instalação precisa. Nada foi alterado. Instale o pacote {1}.",
    },
    "not_yours": {
        "en": "{0} belongs to somebody else. Start this, without sudo, as the person who uses Delve. Nothing was changed.",
        "fr": "{0} est à quelqu’un d’autre. Lancez ceci, sans sudo, au nom de qui utilise Delve. Rien n’a été changé.",
        "es": "{0} es de otra persona. Inicie esto, sin sudo, como la persona que usa Delve. No se cambió nada.",
        "pt": "{0} é de outra pessoa. Inicie isto, sem sudo, como a pessoa que usa o Delve. Nada foi alterado.",
    },
    "not_ours": {
        "en": "{0} was not put there by this installer. Nothing was changed. Move it elsewhere and start this again.",
        "fr": "{0} n’a pas été mis là par cette installation. Rien n’a été changé. Déplacez-le et relancez ceci.",
        "es": "Esta instalación no puso {0} ahí. No se cambió nada. Muévalo a otro lugar e inicie esto otra vez.",
        "pt": "{0} não foi posto ali por esta instalação. Nada foi alterado. Mova-o para outro lugar e inicie isto de novo.",
    },
    "is_busy": {
        "en": "Delve is being installed or removed already. Nothing was changed. Wait until that has ended.",
        "fr": "Delve est déjà en cours d’installation ou de retrait. Rien n’a été changé. Attendez que ce soit fini.",
        "es": "Delve ya se está instalando o quitando. No se cambió nada. Espere a que termine.",
        "pt": "O Delve já está sendo instalado ou removido. Nada foi alterado. Espere até que termine.",
    },
    "wrong_machine": {
        "en": "Delve for Linux needs a 64-bit PC (x86_64), and this is {0}. Nothing was changed.",
        "fr": "Delve pour Linux demande un PC 64 bits (x86_64), et ceci est {0}. Rien n’a été changé.",
        "es": "Delve para Linux necesita un PC de 64 bits (x86_64), y este es {0}. No se cambió nada.",
        "pt": "O Delve para Linux precisa de um PC de 64 bits (x86_64), e este é {0}. Nada foi alterado.",
    },
    "old_system": {
        "en": "This system is too old: Delve needs glibc {0} or newer, and here is {1}. Nothing was changed.",
        "fr": "Ce système est trop ancien : Delve demande glibc {0} ou plus récent, et ici c’est {1}. Rien n’a été changé.",
        "es": "Este sistema es demasiado antiguo: Delve necesita glibc {0} o más nueva, y aquí hay {1}. No se cambió nada.",
        "pt": "Este sistema é antigo demais: o Delve precisa da glibc {0} ou mais nova, e aqui há {1}. Nada foi alterado.",
    },
    "lacks_libraries": {
        "en": "This system lacks {0}. Nothing was changed. On Debian and Ubuntu an administrator installs: {1}",
        "fr": "Il manque à ce système : {0}. Rien n’a été changé. Sur Debian et Ubuntu, un administrateur installe : {1}",
        "es": "A este sistema le falta {0}. No se cambió nada. En Debian y Ubuntu, un administrador instala: {1}",
        "pt": "Falta a este sistema {0}. Nada foi alterado. No Debian e no Ubuntu, um administrador instala: {1}",
    },
    "no_folder": {
        "en": "The folder {0} cannot be made. Nothing was changed.",
        "fr": "Le dossier {0} ne peut pas être créé. Rien n’a été changé.",
        "es": "No se puede crear la carpeta {0}. No se cambió nada.",
        "pt": "Não é possível criar a pasta {0}. Nada foi alterado.",
    },
    "no_room": {
        "en": "The disk needs {0} MB free, and has {1}. Nothing was changed. Make room and try again.",
        "fr": "Il faut {0} Mo libres sur le disque, et il y en a {1}. Rien n’a été changé. Faites de la place et réessayez.",
        "es": "El disco necesita {0} MB libres y tiene {1}. No se cambió nada. Haga sitio e inténtelo de nuevo.",
        "pt": "O disco precisa de {0} MB livres e tem {1}. Nada foi alterado. Libere espaço e tente de novo.",
    },
    "is_open": {
        "en": "Delve is open. Close it, then press Enter, or start this again.",
        "fr": "Delve est ouvert. Fermez-le, puis appuyez sur Entrée, ou relancez ceci.",
        "es": "Delve está abierto. Ciérrelo y pulse Intro, o inicie esto otra vez.",
        "pt": "O Delve está aberto. Feche-o e aperte Enter, ou inicie isto de novo.",
    },
    "vaults_are_newer": {
        "en": "Delve {0} is installed, and {1} cannot open the vaults that it keeps. Nothing was changed.",
        "fr": "Delve {0} est installé, et {1} ne peut pas ouvrir ses coffres. Rien n’a été changé.",
        "es": "Está instalado Delve {0}, y {1} no puede abrir sus cajas fuertes. No se cambió nada.",
        "pt": "O Delve {0} está instalado, e o {1} não consegue abrir os cofres dele. Nada foi alterado.",
    },
    "goes_back": {
        "en": "Delve {0} is installed; the older {1} takes its place. The vaults fit both.",
        "fr": "Delve {0} est installé ; {1}, plus ancien, prend sa place. Les coffres vont avec les deux.",
        "es": "Está instalado Delve {0}; {1}, más antiguo, ocupa su lugar. Las cajas fuertes sirven para ambos.",
        "pt": "O Delve {0} está instalado; o {1}, mais antigo, fica no lugar dele. Os cofres servem para ambos.",
    },
    "installing": {
        "en": "Installing Delve {0} …",
        "fr": "Installation de Delve {0} …",
        "es": "Instalando Delve {0} …",
        "pt": "Instalando o Delve {0} …",
    },
    "testing": {
        "en": "Testing it on this computer, about half a minute …",
        "fr": "Essai sur cet ordinateur, une demi-minute environ …",
        "es": "Probándolo en esta computadora, medio minuto más o menos …",
        "pt": "Testando neste computador, cerca de meio minuto …",
    },
    "not_unpacked": {
        "en": "The program could not be unpacked. Nothing was changed.",
        "fr": "Le programme n’a pas pu être déballé. Rien n’a été changé.",
        "es": "No se pudo desempaquetar el programa. No se cambió nada.",
        "pt": "Não foi possível desempacotar o programa. Nada foi alterado.",
    },
    "does_not_work": {
        "en": "The new program does not work on this computer, for the reason above. What was there before stays.",
        "fr": "Le nouveau programme ne marche pas sur cet ordinateur, pour la raison ci-dessus. Ce qu’il y avait avant reste.",
        "es": "El programa nuevo no funciona en esta computadora, por la razón de arriba. Lo que había antes se queda.",
        "pt": "O novo programa não funciona neste computador, pela razão acima. O que havia antes fica.",
    },
    "not_replaced": {
        "en": "The program could not be put in its place. What was there before stays.",
        "fr": "Le programme n’a pas pu être mis en place. Ce qu’il y avait avant reste.",
        "es": "No se pudo poner el programa en su lugar. Lo que había antes se queda.",
        "pt": "Não foi possível pôr o programa no seu lugar. O que havia antes fica.",
    },
    "no_entry": {
        "en": "Delve {0} is installed, but its menu entry could not be written. It starts by {1}",
        "fr": "Delve {0} est installé, mais son entrée du menu n’a pas pu être écrite. Il se lance par {1}",
        "es": "Delve {0} está instalado, pero no se pudo escribir su entrada del menú. Se inicia con {1}",
        "pt": "O Delve {0} está instalado, mas não foi possível gravar a entrada do menu. Ele inicia com {1}",
    },
    "kept_command": {
        "en": "{0} is somebody else’s program and stays as it is.",
        "fr": "{0} est un autre programme et reste tel quel.",
        "es": "{0} es otro programa y se queda como está.",
        "pt": "{0} é outro programa e fica como está.",
    },
    "installed": {
        "en": "Delve {0} is installed in {1}. It stands in the menu.",
        "fr": "Delve {0} est installé dans {1}. Il est dans le menu.",
        "es": "Delve {0} está instalado en {1}. Está en el menú.",
        "pt": "O Delve {0} está instalado em {1}. Está no menu.",
    },
    "not_on_path": {
        "en": "In a terminal it is {0}, or delve after the next login.",
        "fr": "Dans un terminal, c’est {0}, ou delve après la prochaine connexion.",
        "es": "En un terminal es {0}, o delve tras el próximo inicio de sesión.",
        "pt": "Em um terminal é {0}, ou delve depois do próximo login.",
    },
    "not_installed": {
        "en": "Delve is not installed in {0}.",
        "fr": "Delve n’est pas installé dans {0}.",
        "es": "Delve no está instalado en {0}.",
        "pt": "O Delve não está instalado em {0}.",
    },
    "removed": {
        "en": "Delve was removed.",
        "fr": "Delve a été retiré.",
        "es": "Se quitó Delve.",
        "pt": "O Delve foi removido.",
    },
    "not_removed": {
        "en": "{0} cannot be removed.",
        "fr": "{0} ne peut pas être retiré.",
        "es": "No se puede quitar {0}.",
        "pt": "Não é possível remover {0}.",
    },
    "vaults_stay": {
        "en": "Your vaults stay, encrypted as they are, in {0}. Delete that folder by hand if nobody needs them.",
        "fr": "Vos coffres restent, chiffrés comme avant, dans {0}. Supprimez ce dossier vous-même si personne n’en a besoin.",
        "es": "Sus cajas fuertes se quedan, cifradas como están, en {0}. Borre esa carpeta usted mismo si nadie las necesita.",
        "pt": "Os seus cofres ficam, criptografados como estão, em {0}. Apague essa pasta você mesmo se ninguém precisar deles.",
    },
}


def as_shell() -> str:
    """A function `message LANGUAGE NAME` for the installer."""
    lines = ["message() {", '  case "$1:$2" in']
    for name, texts in MESSAGES.items():
        for language, text in texts.items():
            lines.append(f"    {language}:{name}) printf '%s\\n' '{text}' ;;")
    return "\n".join([*lines, "  esac", "}"])
