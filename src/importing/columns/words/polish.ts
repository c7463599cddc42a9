import { list } from './words.ts';
import type { Words } from './words.ts';

export const polish: Words = {
  roster: {
    email: list(`
      E-mail służbowy | Email służbowy | Służbowy adres e-mail | Adres e-mail | Adres email
      Poczta elektroniczna
    `),
    name: list(`
      Imię i nazwisko | Nazwisko i imię | Nazwisko, imię | Pełne imię i nazwisko | Pełna nazwa | Pracownik
      Handlowiec | Przedstawiciel handlowy | Sprzedawca
    `),
    display_name: list('Nazwa wyświetlana | Użytkownik'),
    first_name: list('Imię'),
    last_name: list('Nazwisko'),
    manager_email: list(`
      E-mail przełożonego | Email przełożonego | Adres e-mail przełożonego | E-mail kierownika
      E-mail menedżera
    `),
    manager_name: list(`
      Przełożony | Przełożony pracownika | Imię i nazwisko przełożonego | Bezpośredni przełożony
      Kierownik | Kierownik sprzedaży | Menedżer | Menadżer | Manager sprzedaży | Szef | Podlega
    `),
    manager_first_name: list('Imię przełożonego | Imię kierownika'),
    manager_last_name: list('Nazwisko przełożonego | Nazwisko kierownika'),
    manager_id: list('ID przełożonego | Numer przełożonego | Numer pracownika przełożonego | ID kierownika'),
    started_on: list(`
      Data zatrudnienia | Data rozpoczęcia pracy | Data rozpoczęcia | Data przyjęcia | Zatrudniony od
      Pierwszy dzień pracy
    `),
    time_zone: list('Strefa czasowa'),
    country: list('Kraj | Kod kraju | Państwo'),
    region: list('Województwo'),
    team: list('Zespół | Zespół sprzedaży | Dział | Biuro | Oddział'),
    area: list('Region'),
    id: list(`
      Numer pracownika | Nr pracownika | ID pracownika | Numer kadrowy | Numer ewidencyjny
      Identyfikator pracownika
    `),
    rep_id: list('ID użytkownika | Identyfikator użytkownika | ID właściciela | ID handlowca'),
    slack_id: list('ID Slack'),
    account: list('Nazwa użytkownika'),
    last_day: list(`
      Data zwolnienia | Data zakończenia | Data zakończenia pracy | Data odejścia | Ostatni dzień pracy
      Ostatni dzień | Zatrudniony do
    `),
    status: list('Status pracownika | Status zatrudnienia | Stan'),
    active: list('Aktywny | Czy aktywny'),
    inactive: list('Nieaktywny | Zawieszony | Usunięty | Zablokowany'),
    kind: list('Typ konta | Rodzaj konta | Typ użytkownika'),
  },
  deals: {
    id: list(`
      ID szansy | ID szansy sprzedaży | Identyfikator szansy sprzedaży | ID transakcji
      ID rekordu | ID deala | Numer szansy | Identyfikator | Numer oferty | Numer transakcji
    `),
    name: list(`
      Nazwa szansy | Nazwa szansy sprzedaży | Szansa sprzedaży | Nazwa transakcji | Transakcja
      Nazwa deala | Nazwa | Tytuł | Temat
    `),
    account: list(`
      Nazwa konta | Konto | Firma | Nazwa firmy | Klient | Nazwa klienta | Organizacja | Kontrahent
      Potencjalny klient
    `),
    product: list('Produkt | Nazwa produktu'),
    owner_email: list('E-mail właściciela | Email właściciela | E-mail handlowca'),
    owner: list(`
      Właściciel | Właściciel szansy | Właściciel szansy sprzedaży | Właściciel transakcji
      Właściciel deala | Handlowiec | Sprzedawca | Opiekun | Odpowiedzialny | Osoba odpowiedzialna
      Przypisano do | Przypisany do
    `),
    owner_first_name: list('Imię właściciela'),
    owner_last_name: list('Nazwisko właściciela'),
    owner_id: list('ID właściciela | ID użytkownika | ID handlowca'),
    pipeline: list('Lejek | Lejek sprzedaży'),
    stage: list('Etap | Etap szansy | Etap sprzedaży | Etap transakcji | Etap deala | Faza'),
    amount: list(`
      Kwota | Wartość | Wartość transakcji | Wartość szansy | Wartość deala | Szacowany przychód
      Przychód
    `),
    other_amount: list('Kwota (przeliczona)'),
    currency: list('Waluta | Kod waluty | Waluta kwoty'),
    opened_on: list('Data utworzenia | Utworzono | Utworzony | Utworzona | Data otwarcia | Data dodania'),
    last_activity_on: list(`
      Ostatnia aktywność | Data ostatniej aktywności | Ostatni kontakt | Data ostatniego kontaktu
    `),
    close_on: list('Data zamknięcia | Termin zamknięcia'),
    expected_close_on: list(`
      Oczekiwana data zamknięcia | Przewidywana data zamknięcia | Planowana data zamknięcia
      Szacowana data zamknięcia | Planowane zamknięcie
    `),
    closed_on: list(`
      Zamknięto | Rzeczywista data zamknięcia | Data wygranej | Data przegranej | Data wygrania
    `),
    status: list('Status transakcji | Status szansy | Stan | Wynik'),
    is_closed: list('Zamknięta | Zamknięty | Zamknięte'),
    is_won: list('Wygrana | Wygrany | Wygrane'),
  },
};
