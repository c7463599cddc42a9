import { list } from './words.ts';
import type { Words } from './words.ts';

export const dutch: Words = {
  roster: {
    email: list(`
      Zakelijk e-mailadres | Zakelijke e-mail | E-mail werk | Werk e-mail | E-mailadres | E-mail adres
      Mailadres
    `),
    name: list(`
      Volledige naam | Voor- en achternaam | Achternaam, voornaam | Naam | Naam medewerker | Medewerker
      Werknemer | Naam werknemer | Verkoper | Vertegenwoordiger | Accountmanager
    `),
    display_name: list('Weergavenaam | Gebruiker'),
    first_name: list('Voornaam | Roepnaam'),
    last_name: list('Achternaam | Familienaam'),
    manager_email: list(`
      E-mail manager | E-mail leidinggevende | E-mailadres manager | E-mailadres leidinggevende
      E-mail van manager
    `),
    manager_name: list(`
      Naam manager | Leidinggevende | Naam leidinggevende | Direct leidinggevende | Verkoopleider
      Verkoopmanager | Teamleider | Chef | Rapporteert aan
    `),
    manager_first_name: list('Voornaam manager | Voornaam leidinggevende'),
    manager_last_name: list('Achternaam manager | Achternaam leidinggevende'),
    manager_id: list(`
      Personeelsnummer leidinggevende | Personeelsnummer manager | ID leidinggevende | Manager-ID
    `),
    started_on: list(`
      Datum in dienst | In dienst | In dienst sinds | Indiensttreding | Datum indiensttreding | Startdatum
      Begindatum
    `),
    time_zone: list('Tijdzone'),
    country: list('Land | Landcode | Land/regio'),
    region: list('Provincie | Regio'),
    team: list('Verkoopteam | Afdeling | Kantoor | Vestiging'),
    area: list('Regio'),
    id: list(`
      Personeelsnummer | Werknemersnummer | Medewerkernummer | Personeelsnr. | Medewerker-ID
      Werknemer-ID | Personeels-ID
    `),
    rep_id: list('Gebruikers-ID | Eigenaar-ID | CRM-ID | Verkoper-ID'),
    slack_id: list('Slack-ID'),
    account: list('Gebruikersnaam | Inlognaam'),
    last_day: list(`
      Datum uit dienst | Uit dienst | Uitdiensttreding | Datum uitdiensttreding | Einddatum
      Laatste werkdag | Einde dienstverband
    `),
    status: list('Dienstverbandstatus | Status medewerker | Status werknemer | Accountstatus'),
    active: list('Actief | Is actief | Ingeschakeld'),
    inactive: list('Inactief | Opgeschort | Gedeactiveerd | Verwijderd'),
    kind: list('Accounttype | Gebruikerstype | Type account'),
  },
  deals: {
    id: list(`
      Opportunity-id | Opportunity ID | Deal-ID | Record-ID | Verkoopkans-ID | Kans-ID
      Dealnummer | Offertenummer
    `),
    name: list(`
      Opportunitynaam | Naam opportunity | Naam van opportunity | Dealnaam | Naam deal
      Naam verkoopkans | Verkoopkans | Naam | Titel | Onderwerp
    `),
    account: list(`
      Accountnaam | Bedrijf | Bedrijfsnaam | Gekoppeld bedrijf | Klant | Klantnaam | Organisatie
      Potentiële klant
    `),
    product: list('Productnaam'),
    owner_email: list('E-mail eigenaar | E-mailadres eigenaar | E-mail van eigenaar'),
    owner: list(`
      Eigenaar | Eigenaar opportunity | Eigenaar van opportunity | Opportunity-eigenaar
      Opportunityeigenaar | Eigenaar van deal | Deal-eigenaar | Dealeigenaar | Naam eigenaar | Verkoper
      Accountmanager | Verantwoordelijke | Toegewezen aan
    `),
    owner_first_name: list('Voornaam eigenaar'),
    owner_last_name: list('Achternaam eigenaar'),
    owner_id: list('Eigenaar-ID | ID eigenaar | Gebruikers-ID'),
    stage: list('Fase | Dealfase | Opportunityfase | Verkoopfase | Stadium | Fase van deal'),
    amount: list('Bedrag | Waarde | Dealwaarde | Waarde deal | Geschatte omzet | Omzet'),
    other_amount: list('Bedrag (geconverteerd) | Bedrag (omgerekend) | Bedrag in bedrijfsvaluta'),
    currency: list('Valuta | Valutacode | Bedrag Valuta | Munteenheid'),
    opened_on: list(`
      Aanmaakdatum | Gemaakt op | Aangemaakt op | Datum aangemaakt | Gecreëerd op | Creatiedatum
      Geopend op
    `),
    last_activity_on: list(`
      Laatste activiteit | Datum laatste activiteit | Laatste activiteitsdatum | Laatste contact
      Laatst gecontacteerd
    `),
    close_on: list('Sluitingsdatum | Afsluitdatum | Sluitdatum | Einddatum'),
    expected_close_on: list(`
      Verwachte sluitingsdatum | Verwachte afsluitdatum | Verwachte sluitdatum | Geschatte sluitingsdatum
      Geschatte afsluitdatum
    `),
    closed_on: list(`
      Gesloten op | Afgesloten op | Werkelijke sluitingsdatum | Werkelijke afsluitdatum | Gewonnen op
      Verloren op
    `),
    status: list('Dealstatus | Resultaat'),
    is_closed: list('Gesloten | Afgesloten'),
    is_won: list('Gewonnen'),
  },
};
