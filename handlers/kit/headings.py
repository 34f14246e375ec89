"""What the columns of tables are called: by our own exports and cards, by carriers and consoles, and by people."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum

from store.folding import unaccented


class Column(StrEnum):
    """What can be read of a row. The value is what our own exports call it, where they have it."""

    NUMBER = "number"
    FIRST = "first_number"  # of a range, the last of which is in LAST
    LAST = "last_number"
    COUNT = "quantity"  # how many numbers follow each other from the one in FIRST on, that one counted
    COUNTRY = "country"  # of a number that does not say its country's code; its name, or a code of it
    AREA = "area_code"  # of a number that is without it
    SERVICE_KIND = "service_kind"
    SERVICE = "service"  # its name
    DEFAULT = "default"  # whether the number is the default of its service
    REGION = "region"
    CITY = "city"
    KIND = "kind"  # toll or toll-free
    NOTE = "note"
    WORKSPACE = "workspace"  # the only one to have the number
    STATUS = "status"
    GOT_BY = "acquired_by"
    GOT_AT = "acquired_at"
    HOLD = "hold"
    PORT_ORDER = "port_order"
    RESTS_UNTIL = "rests_until"


# The names of each, as they are compared (in no case, without accents, spaces and signs), as of November 2026. From:
# our exports (inventory/listing.py) and the labels of our cards and modals in both languages; Telnyx (`phone_number`),
# Twilio (`Phone Number`), Bandwidth (`TN`, `FullNumber`), Vonage (`msisdn`, `country`); Azure Communication Services
# (`phoneNumber`, `countryCode`); Teams by PowerShell and Graph (`TelephoneNumber`, `IsoCountryCode`) and the forms for
# ports of Microsoft (`Start number`, `End number`); ITU-T E.164; words of carriers in France (SDA), Britain (DDI) and
# the German-speaking countries (Rufnummer); and what Excel users write in the neighbouring languages.
_NAMES: Mapping[Column, str] = {
    Column.NUMBER: """
        number numbers e164 e164number did dids didnumber ddi ddis ddinumber tn tns fullnumber msisdn msisdns cli
        phone phones phoneno phonenr phonenumber phonenumbers telephone telephones telephoneno telephonenumber
        telephonenumbers telno telnr telnumber tel teln line linenumber lineno servicenumber servicenumbers
        serviceno numbertoport numberstoport numberstotransfer portednumber portingnumber tollfreenumber tollnumber
        nationalnumber localnumber subscribernumber nationalphonenumber numeronational numerolocal
        publicnumber publicphonenumber businessnumber directnumber directory directorynumber dn
        numero numeros numtel numerotel notel ntel ndappel numerodetelephone numerosdetelephone nodetelephone
        ndetelephone numdetelephone numtelephone numerotelephone telephonique numerotelephonique numerodeservice
        numerosdeservice numeroaporter numerosaporter numerosatransferer numeroporte numerodappel numerodeligne
        numerodid numeroe164 ligne lignes lignetelephonique sda numerosda
        nummer telefon telefonnr telefonnummer telefonnummern rufnummer rufnummern rufnr durchwahlnummer servicenummer
        telefono numerodetelefono numerodetelefone numerotelefono numeroditelefono telefoon telefoonnummer telefone
        telefonnumero telefonszam
    """,
    Column.FIRST: """
        firstnumber firstphonenumber startnumber startphonenumber startingnumber rangestart startofrange numberfrom
        fromnumber numberstart beginnumber beginningnumber first start blockstart startofblock
        starttn startingtn startdid startingdid startddi startingddi firsttn firstdid firstddi didstart ddistart
        premiernumero numerodebut numerodedebut debut debutdeplage debutdelaplage premier
        ndedebut nodedebut numerodedepart 1ernumero debutdetranche debutdelatranche premieresda
        ersterufnummer startnummer startrufnummer rufnummervon nummervon
    """,
    Column.LAST: """
        lastnumber lastphonenumber endnumber endphonenumber endingnumber rangeend endofrange numberto tonumber
        numberend last end blockend endofblock
        endtn endingtn enddid endingdid endddi endingddi lasttn lastdid lastddi didend ddiend
        derniernumero numerofin numerodefin fin findeplage findelaplage dernier
        ndefin nodefin findetranche findelatranche dernieresda
        letzterufnummer endnummer endrufnummer rufnummerbis nummerbis
    """,
    Column.COUNT: """
        quantity qty quantities numberofnumbers countofnumbers numberofdids numberofddis numberoflines howmany
        blocksize rangesize sizeofblock sizeofrange
        quantite qte nombre nombredenumeros nombredelignes nbdenumeros nbredenumeros tailledelaplage tailleplage
        tailledelatranche anzahl anzahlrufnummern anzahlnummern menge stuckzahl blockgrosse cantidad quantita
    """,
    Column.COUNTRY: """
        country countries countrycode isocountry isocountrycode countryiso countryorregion countryregion
        callingcode countrycallingcode dialcode diallingcode dialingcode countrydialcode countryprefix internationalcode
        pays codepays codedupays codeisodupays paysouregion indicatif indicatifpays indicatifdupays
        indicatifinternational
        land laendercode landercode landerkurzel landeskurzel laendervorwahl landervorwahl landesvorwahl pais paese
    """,
    Column.AREA: """
        areacode citycode npa stdcode regioncode localareacode
        indicatifregional indicatifdezone indicatiflocal
        vorwahl ortsvorwahl ortsnetzkennzahl prefisso
    """,
    Column.SERVICE_KIND: """
        servicekind kindofservice servicetype typeofservice
        typedeservice typeservice naturedeservice naturedeservice genredeservice
        servicetyp dienstart diensttyp artdesdienstes
    """,
    Column.SERVICE: """
        service servicename nameoftheservice nameofservice assignedto
        nomduservice nomdeservice nomservice attribuea
        dienst dienstname servicebezeichnung
    """,
    Column.DEFAULT: """
        default isdefault defaultnumber defaultofthebridge bydefault
        defaut pardefaut numeropardefaut numeropardefautdupont
        standardnummer
    """,
    Column.REGION: """
        region state province stateorregion stateregion stateprovince provinceorstate administrativedivision
        departement etat regionouetat etatouregion bundesland kanton
    """,
    Column.CITY: "city town cityname locality ville localite commune stadt ort ciudad citta cidade plaats",
    Column.KIND: """
        kind kindofnumber numberkind type numbertype typeofnumber phonenumbertype tollortollfree
        typedenumero genre rufnummerntyp
    """,
    Column.NOTE: "note notes comment comments remark remarks memo commentaire commentaires remarque remarques notiz",
    Column.WORKSPACE: "workspace workspaceid slackworkspace teamid espacedetravail",
    Column.STATUS: "status statut etatdunumero",
    Column.GOT_BY: "acquiredby acquispar",
    Column.GOT_AT: "acquiredat acquiredon acquisle",
    Column.HOLD: "hold reservation",
    Column.PORT_ORDER: "portorder portingorder commandedeportage",
    Column.RESTS_UNTIL: "restsuntil reposjusquau",
}
_COLUMNS = {name: column for column, names in _NAMES.items() for name in names.split()}
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")  # as in "Phone number (E.164)"
_COUNT = re.compile(r"\d{1,3}$")  # more figures are a number, and its label before it
_LONGEST = 80  # signs of a heading


def named(heading: str) -> Column | None:
    """The column that a heading names, alone or with a remark or a count: "Phone number (E.164) 1"."""
    if len(heading) > _LONGEST:
        return None
    plain, bare = _compared(heading), _compared(_ASIDE.sub("", heading))
    ways = (plain, bare, _COUNT.sub("", bare))
    return next((_COLUMNS[way] for way in ways if way in _COLUMNS), None)


def columns(headings: Sequence[str]) -> Mapping[Column, Sequence[int]]:
    """Where each column stands that the headings name, for each the places, the first of which is 0."""
    found: dict[Column, list[int]] = defaultdict(list)
    for at, heading in enumerate(headings):
        if column := named(heading):
            found[column].append(at)
    return found


def _compared(heading: str) -> str:
    return "".join(filter(str.isalnum, unaccented(heading)))
