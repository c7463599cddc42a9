import { list } from './words.ts';
import type { Words } from './words.ts';

export const italian: Words = {
  roster: {
    email: list(`
      Email aziendale | E-mail aziendale | Email di lavoro | Indirizzo email | Indirizzo e-mail
      Indirizzo di posta elettronica | Posta elettronica
    `),
    name: list(`
      Nome completo | Nome e cognome | Cognome e nome | Cognome, Nome | Cognome Nome | Nominativo | Nome
      Nome dipendente | Nome del dipendente | Dipendente | Collaboratore | Venditore | Agente
      Commerciale
    `),
    display_name: list('Nome visualizzato | Utente'),
    first_name: list('Nome di battesimo'),
    last_name: list('Cognome'),
    manager_email: list(`
      Email del responsabile | E-mail del responsabile | Email responsabile | Email del manager
      E-mail del manager
    `),
    manager_name: list(`
      Responsabile | Nome del responsabile | Responsabile diretto | Nome del manager | Manager diretto
      Superiore | Superiore diretto | Capo | Capo area | Supervisore | Direttore vendite
      Responsabile vendite | Riporta a | Riporto a
    `),
    manager_first_name: list('Nome di battesimo del responsabile'),
    manager_last_name: list('Cognome del responsabile | Cognome responsabile | Cognome del manager'),
    manager_id: list(`
      ID del responsabile | ID responsabile | Matricola del responsabile | Matricola responsabile
    `),
    started_on: list(`
      Data di assunzione | Data assunzione | Data di inizio | Data inizio | Data di ingresso
      Assunto il | Data inizio rapporto
    `),
    time_zone: list('Fuso orario'),
    country: list('Paese | Nazione | Codice paese'),
    region: list('Regione | Provincia'),
    team: list('Squadra | Gruppo | Reparto | Ufficio | Sede | Dipartimento | Filiale'),
    id: list(`
      Matricola | Numero di matricola | Codice dipendente | ID dipendente | Numero dipendente
      Numero di dipendente | N. matricola
    `),
    rep_id: list('ID utente | ID titolare | ID proprietario | ID venditore | ID agente'),
    slack_id: list('ID Slack'),
    account: list('Nome utente'),
    last_day: list(`
      Data di cessazione | Data cessazione | Data di uscita | Data di fine rapporto | Data fine rapporto
      Data di fine | Ultimo giorno | Ultimo giorno di lavoro | Data di dimissioni
    `),
    status: list('Stato | Stato dipendente | Stato del dipendente | Stato di impiego'),
    active: list('Attivo | È attivo | Abilitato'),
    inactive: list('Inattivo | Sospeso | Disattivato | Cessato | Eliminato'),
    kind: list('Tipo di account | Tipo account | Tipo di utente | Tipo utente'),
  },
  deals: {
    id: list(`
      ID opportunità | ID dell’opportunità | ID record | ID trattativa | ID affare
      ID dell’affare | Numero opportunità | Identificativo | N. offerta | Numero offerta
    `),
    name: list(`
      Nome opportunità | Nome dell’opportunità | Opportunità | Nome trattativa | Nome della trattativa
      Trattativa | Nome affare | Nome dell’affare | Affare | Nome | Titolo
    `),
    account: list(`
      Nome account | Azienda | Nome azienda | Azienda associata | Società | Cliente | Nome cliente
      Organizzazione
    `),
    product: list('Prodotto | Nome prodotto'),
    owner_email: list(`
      Email del titolare | Email titolare | Email del proprietario | E-mail del proprietario
    `),
    owner: list(`
      Titolare | Titolare opportunità | Titolare dell’opportunità | Titolare opportunità: Nome completo
      Proprietario | Proprietario opportunità | Proprietario dell’opportunità
      Proprietario della trattativa | Proprietario dell’affare | Nome del proprietario | Venditore
      Agente | Commerciale | Responsabile | Assegnato a
    `),
    owner_first_name: list('Nome di battesimo del titolare'),
    owner_last_name: list('Cognome del titolare | Cognome titolare | Cognome del proprietario'),
    owner_id: list('ID titolare | ID del titolare | ID proprietario | ID del proprietario | ID utente'),
    stage: list(`
      Fase | Fase opportunità | Fase dell’opportunità | Fase della trattativa | Fase dell’affare
      Fase di vendita | Stadio
    `),
    amount: list(`
      Importo | Ammontare | Valore | Valore affare | Valore della trattativa | Importo opportunità
      Fatturato | Ricavo stimato
    `),
    other_amount: list('Importo (convertito) | Ammontare (convertito) | Importo nella valuta dell’azienda'),
    currency: list('Valuta | Divisa | Codice valuta | Valuta importo | Importo Valuta | Valuta opportunità'),
    opened_on: list(`
      Data di creazione | Data creazione | Creato il | Creata il | Data di apertura | Data apertura
    `),
    last_activity_on: list(`
      Ultima attività | Data ultima attività | Data dell’ultima attività | Ultimo contatto
      Data ultimo contatto
    `),
    close_on: list('Data di chiusura | Data chiusura | Chiusura'),
    expected_close_on: list(`
      Data di chiusura prevista | Data chiusura prevista | Data prevista di chiusura | Chiusura prevista
      Data di chiusura stimata
    `),
    closed_on: list(`
      Data di chiusura effettiva | Data chiusura effettiva | Chiuso il | Chiusa il | Vinta il | Persa il
      Vinto il | Perso il
    `),
    status: list('Stato | Stato opportunità | Stato dell’opportunità | Stato della trattativa | Esito'),
    is_closed: list('Chiuso | Chiusa'),
    is_won: list('Vinto | Vinta'),
  },
};
