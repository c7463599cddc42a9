import { list } from './words.ts';
import type { Words } from './words.ts';

export const swedish: Words = {
  roster: {
    email: list(`
      Jobbmejl | E-post arbete | E-post jobb | Arbets-e-post | E-postadress | E-post | Epost | Mejl
      Mejladress
    `),
    name: list(`
      Fullständigt namn | För- och efternamn | Efternamn, förnamn | Namn | Medarbetare
      Medarbetarens namn | Anställd | Säljare | Namn på anställd
    `),
    display_name: list('Visningsnamn | Användare'),
    first_name: list('Förnamn | Tilltalsnamn'),
    last_name: list('Efternamn'),
    manager_email: list(`
      Chefens e-post | Chef e-post | E-post chef | Chefens e-postadress | Närmaste chefs e-post
      Chefs e-postadress | Chefs e-post
    `),
    manager_name: list(`
      Chef | Chefens namn | Närmaste chef | Försäljningschef | Säljchef | Teamledare | Rapporterar till
    `),
    manager_first_name: list('Chefens förnamn | Chef förnamn'),
    manager_last_name: list('Chefens efternamn | Chef efternamn'),
    manager_id: list('Chefens anställningsnummer | Chef-ID | Chefens ID'),
    started_on: list(`
      Anställningsdatum | Startdatum | Anställd sedan | Anställd från | Första arbetsdag
      Anställningsstart
    `),
    time_zone: list('Tidszon'),
    country: list('Land | Landskod | Land/region'),
    region: list('Län'),
    team: list('Grupp | Säljteam | Avdelning | Kontor | Enhet'),
    id: list(`
      Anställningsnummer | Anst.nr | Personalnummer | Anställnings-ID | Medarbetar-ID | Anställd-ID
    `),
    rep_id: list('Användar-ID | Ägar-ID | Säljar-ID'),
    slack_id: list('Slack-ID'),
    account: list('Användarnamn | Inloggning | Inloggningsnamn'),
    last_day: list(`
      Slutdatum | Sista dag | Sista arbetsdag | Sista anställningsdag | Anställningens slut | Avslutsdatum
    `),
    status: list('Anställningsstatus | Kontostatus'),
    active: list('Aktiv | Är aktiv | Aktiverad'),
    inactive: list('Inaktiv | Avstängd | Inaktiverad | Borttagen'),
    kind: list('Kontotyp | Användartyp'),
  },
  deals: {
    id: list(`
      Affärs-ID | Affär-ID | Möjlighets-ID | Affärsmöjlighets-ID | Säljprojekts-ID | Post-ID
      Affärsnummer
    `),
    name: list(`
      Affärsnamn | Affärens namn | Affär | Affärsmöjlighet | Möjlighetens namn | Säljprojektnamn
      Säljprojekt | Säljmöjlighet | Namn | Titel | Rubrik | Benämning
    `),
    account: list(`
      Kontonamn | Konto | Företag | Företagsnamn | Kopplat företag | Kund | Kundnamn | Organisation
    `),
    product: list('Produkt | Produktnamn'),
    owner_email: list('Ägarens e-post | Ägare e-post | Säljarens e-post'),
    owner: list(`
      Ägare | Affärsägare | Affärens ägare | Ägare av affär | Ägare till affär
      Möjlighetens ägare | Säljprojektsägare | Säljare | Ansvarig | Ansvarig säljare | Tilldelad
      Tilldelad till | Kundansvarig
    `),
    owner_first_name: list('Ägarens förnamn'),
    owner_last_name: list('Ägarens efternamn'),
    owner_id: list('Ägar-ID | Ägarens ID | Användar-ID'),
    stage: list('Fas | Affärsfas | Affärsstadium | Stadium | Steg | Säljfas | Försäljningsfas'),
    amount: list('Belopp | Värde | Affärsvärde | Ordervärde | Beräknad intäkt | Uppskattad intäkt'),
    other_amount: list('Belopp (konverterat) | Belopp i företagets valuta'),
    currency: list('Valuta | Valutakod | Belopp Valuta'),
    opened_on: list(`
      Skapad | Skapad den | Skapat den | Skapad datum | Skapandedatum | Skapat datum | Skapades
    `),
    last_activity_on: list(`
      Senaste aktivitet | Datum för senaste aktivitet | Senaste aktivitetsdatum | Senaste kontakt
      Senast kontaktad
    `),
    close_on: list('Stängningsdatum | Avslutsdatum | Slutdatum | Avslutningsdatum'),
    expected_close_on: list(`
      Förväntat stängningsdatum | Förväntat avslutsdatum | Beräknat stängningsdatum
      Beräknat avslutsdatum | Förväntat slutdatum | Förväntat avslut | Beräknat avslut
    `),
    closed_on: list(`
      Stängd den | Faktiskt stängningsdatum | Faktiskt avslutsdatum | Vunnen den | Förlorad den
    `),
    status: list('Affärsstatus | Resultat | Utfall'),
    is_closed: list('Stängd | Avslutad'),
    is_won: list('Vunnen | Vunnet'),
  },
};
