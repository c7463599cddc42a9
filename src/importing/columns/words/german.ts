import { list } from './words.ts';
import type { Words } from './words.ts';

export const german: Words = {
  roster: {
    email: list(`
      E-Mail geschäftlich | geschäftliche E-Mail | E-Mail (geschäftlich) | dienstliche E-Mail
      E-Mail-Adresse | E-Mail Arbeit | Mailadresse | Firmen-E-Mail | E-Mail
      E-Mail dienstlich | E-Mail beruflich | berufliche E-Mail | E-Mail Büro
    `),
    name: list(`
      Vollständiger Name | Vor- und Nachname | Vorname Nachname | Nachname, Vorname | Name, Vorname
      Name Vorname | Mitarbeitername | Mitarbeiter | Mitarbeiterin | Mitarbeiter/in | Mitarbeitende
      Beschäftigter | Vertriebsmitarbeiter | Verkäufer | Vertriebler | Außendienstmitarbeiter
    `),
    display_name: list('Anzeigename | Benutzer'),
    first_name: list('Vorname | Rufname'),
    last_name: list('Nachname | Familienname | Zuname'),
    manager_email: list(`
      E-Mail Vorgesetzter | E-Mail des Vorgesetzten | Vorgesetzter E-Mail | E-Mail der Führungskraft
      Führungskraft E-Mail | E-Mail Führungskraft
    `),
    manager_name: list(`
      Vorgesetzter | Vorgesetzte | Vorgesetzte/r | Vorgesetzte(r) | Name des Vorgesetzten | Führungskraft
      Direkter Vorgesetzter | Direkte Führungskraft | Disziplinarischer Vorgesetzter
      Disziplinarische Führungskraft | Teamleiter | Teamleitung | Vertriebsleiter | Verkaufsleiter
      Berichtet an | Leiter
    `),
    manager_first_name: list('Vorname des Vorgesetzten | Vorgesetzter Vorname | Vorname Führungskraft'),
    manager_last_name: list('Nachname des Vorgesetzten | Vorgesetzter Nachname | Nachname Führungskraft'),
    manager_id: list(`
      Vorgesetzter ID | Vorgesetzten-ID | Personalnummer des Vorgesetzten | Personalnummer Vorgesetzter
      Vorgesetzter Personalnummer | Personalnummer der Führungskraft
    `),
    started_on: list(`
      Eintrittsdatum | Eintritt | Einstellungsdatum | Anstellungsdatum | Eingestellt am
      Beginn der Beschäftigung | Beschäftigungsbeginn | Startdatum | Erster Arbeitstag
      Firmeneintritt | Beschäftigt seit | Beginn
    `),
    time_zone: list('Zeitzone'),
    country: list('Land | Ländercode | Länderkürzel | Land/Region | Staat | Einsatzland'),
    region: list('Bundesland | Kanton | Feiertagsregion'),
    team: list(`
      Abteilung | Vertriebsteam | Bereich | Niederlassung | Büro | Standort | Gruppe
      Organisationseinheit
    `),
    id: list(`
      Personalnummer | Personalnr. | Personal-Nr. | Pers.-Nr. | Mitarbeiternummer | Mitarbeiternr.
      Mitarbeiter-Nr. | Mitarbeiter-ID | Personal-ID
    `),
    rep_id: list('Benutzer-ID | Nutzer-ID | CRM-ID | Inhaber-ID | Vertriebsmitarbeiter-ID'),
    slack_id: list('Slack-ID'),
    account: list('Benutzername | Anmeldename | Nutzername | Login'),
    last_day: list(`
      Austrittsdatum | Austritt | Letzter Arbeitstag | Kündigungsdatum | Ende des Arbeitsverhältnisses
      Ende der Beschäftigung | Beschäftigungsende | Ausgeschieden am | Enddatum
    `),
    status: list('Beschäftigungsstatus | Mitarbeiterstatus | Anstellungsstatus | Kontostatus'),
    active: list('Aktiv | Ist aktiv | Aktiviert'),
    inactive: list('Inaktiv | Ausgeschieden | Deaktiviert | Gesperrt | Gelöscht'),
    kind: list('Kontoart | Kontotyp | Benutzertyp'),
  },
  deals: {
    id: list(`
      Deal-ID | Opportunity-ID | Verkaufschancen-ID | Datensatz-ID | Geschäfts-ID | Auftrags-ID | Deal-Nr.
      Opportunity-Nummer | Verkaufschancennummer | Vorgangsnummer | Angebotsnummer | Angebotsnr.
      Auftragsnummer | Auftragsnr. | Projektnummer
    `),
    name: list(`
      Deal-Name | Dealname | Opportunity-Name | Opportunityname | Verkaufschance | Name der Verkaufschance
      Bezeichnung | Titel | Deal-Titel | Geschäft | Projektname
    `),
    account: list(`
      Accountname | Account-Name | Firma | Firmenname | Kunde | Kundenname | Unternehmen
      Unternehmensname | Zugehöriges Unternehmen | Verknüpftes Unternehmen | Organisation | Potenzieller Kunde
    `),
    product: list('Produkt | Produktname'),
    owner_email: list(`
      E-Mail des Inhabers | Inhaber E-Mail | E-Mail des Besitzers | Besitzer E-Mail | E-Mail Verkäufer
    `),
    owner: list(`
      Inhaber | Inhaber: Vollständiger Name | Opportunity-Inhaber
      Opportunity-Inhaber: Vollständiger Name | Inhaber der Opportunity | Deal-Inhaber | Dealinhaber
      Deal-Besitzer | Besitzer | Eigentümer | Zuständiger Mitarbeiter | Zuständiger Mitarbeiter für Deal
      Zuständig | Verantwortlich | Verantwortlicher | Verantwortliche Person | Verkäufer
      Vertriebsmitarbeiter | Vertriebler | Betreuer | Bearbeiter | Zugewiesen an
    `),
    owner_first_name: list('Inhaber: Vorname | Opportunity-Inhaber: Vorname'),
    owner_last_name: list('Inhaber: Nachname | Opportunity-Inhaber: Nachname'),
    owner_id: list('Inhaber-ID | Opportunity-Inhaber-ID | Besitzer-ID | Benutzer-ID'),
    stage: list(`
      Phase | Deal-Phase | Dealphase | Verkaufsphase | Vertriebsphase | Stufe | Pipelinephase
      Pipeline-Phase
    `),
    amount: list(`
      Betrag | Deal-Betrag | Wert | Deal-Wert | Dealwert | Auftragswert | Umsatz | Geschätzter Umsatz
      Summe | Volumen | Summe netto | Nettobetrag | Nettosumme | Angebotssumme | Auftragssumme
    `),
    other_amount: list('Betrag (konvertiert) | Betrag in Unternehmenswährung | Vertragswert'),
    currency: list('Währung | Währung des Wertes | Währungscode | Betrag Währung | Opportunity-Währung | Deal-Währung'),
    opened_on: list(`
      Angebotsdatum | Erstelldatum | Erstellungsdatum | Erstellt am | Angelegt am | Anlagedatum
      Deal erstellt | Deal erstellt am | Eröffnet am
    `),
    last_activity_on: list(`
      Letzte Aktivität | Letzte Aktivität am | Datum der letzten Aktivität | Letztes Aktivitätsdatum
      Letzter Kontakt | Zuletzt kontaktiert
    `),
    close_on: list('Schlusstermin | Abschluss | Abschlussdatum | Schlussdatum | Schließdatum | Abschlusstermin'),
    expected_close_on: list(`
      Erwartetes Abschlussdatum | Voraussichtliches Abschlussdatum | Erwarteter Abschluss
      Geplantes Abschlussdatum | Geschätztes Abschlussdatum | Erwartetes Schlussdatum
      Voraussichtlicher Abschluss
    `),
    closed_on: list(`
      Abgeschlossen am | Geschlossen am | Deal geschlossen am | Tatsächliches Abschlussdatum | Gewonnen am
      Verloren am
    `),
    status: list('Deal-Status | Opportunity-Status | Ergebnis'),
    is_closed: list('Geschlossen | Abgeschlossen | Ist geschlossen'),
    is_won: list('Gewonnen | Ist gewonnen'),
    is_deleted: list('Gelöscht | Ist gelöscht | Archiviert'),
  },
};
