import { folded } from './folded.ts';
import { windowsZones } from './windows-zones.ts';

/** Of zones that share a name, the first stands for it. */
const mainZones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Halifax',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Athens',
  'Europe/Lisbon',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Asia/Shanghai',
  'Australia/Sydney',
];
const languages = ['de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'ja'];

let names: ReadonlyMap<string, string> | undefined;

/** A zone by CLDR's long names in ten languages: `Pacific Time`, `Central European Summer Time`, `Mitteleuropäische Zeit`. */
export function zoneByLongName(name: string): string | undefined {
  names ??= longNames();
  return names.get(folded(name));
}

function longNames(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (language: string, timeZone: string): void => {
    for (const style of ['long', 'longGeneric'] as const)
      for (const month of [0, 6]) {
        const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: style }).formatToParts(
          Date.UTC(2026, month, 1),
        );
        const name = folded(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
        if (!/^$|\d/u.test(name) && !found.has(name)) found.set(name, timeZone);
      }
  };
  for (const zone of [...mainZones, ...windowsZones.values()]) add('en', zone);
  for (const language of languages) for (const zone of mainZones) add(language, zone);
  return found;
}

/** What most people mean by them. Where two countries write the same, none is taken: CST, IST, BST, AST, MST. */
export const abbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    utc: 'Etc/UTC',
    z: 'Etc/UTC',
    zulu: 'Etc/UTC',
    gmt: 'Etc/UTC',
    'coordinated universal time': 'Etc/UTC',
    cet: 'Europe/Berlin',
    cest: 'Europe/Berlin',
    mez: 'Europe/Berlin',
    mesz: 'Europe/Berlin',
    eet: 'Europe/Athens',
    eest: 'Europe/Athens',
    wet: 'Europe/Lisbon',
    west: 'Europe/Lisbon',
    est: 'America/New_York',
    edt: 'America/New_York',
    et: 'America/New_York',
    cdt: 'America/Chicago',
    ct: 'America/Chicago',
    mdt: 'America/Denver',
    mt: 'America/Denver',
    pst: 'America/Los_Angeles',
    pdt: 'America/Los_Angeles',
    pt: 'America/Los_Angeles',
    akst: 'America/Anchorage',
    akdt: 'America/Anchorage',
    hst: 'Pacific/Honolulu',
    jst: 'Asia/Tokyo',
    kst: 'Asia/Seoul',
    sgt: 'Asia/Singapore',
    hkt: 'Asia/Hong_Kong',
    aest: 'Australia/Sydney',
    aedt: 'Australia/Sydney',
    awst: 'Australia/Perth',
    nzst: 'Pacific/Auckland',
    nzdt: 'Pacific/Auckland',
    sast: 'Africa/Johannesburg',
  }),
);

export const sharedAbbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ist: 'India, Israel or Ireland',
    cst: 'the US, China or Cuba',
    bst: 'Britain or Bangladesh',
    ast: 'Canada or Arabia',
    mst: 'Denver, Phoenix or Malaysia',
    gst: 'the Gulf or South Georgia',
    sst: 'Samoa or Singapore',
    ect: 'Ecuador or Central Europe',
  }),
);

const cities = `
  Europe/Berlin = munich, munchen, muenchen, hamburg, frankfurt, frankfurt am main, cologne, koln, koeln, dusseldorf, stuttgart, leipzig
  Europe/Zurich = bern, geneva, geneve, basel
  Europe/Vienna = wien
  Europe/London = edinburgh, manchester, glasgow, leeds, cardiff
  Europe/Paris = lyon, marseille, toulouse, lille
  Europe/Madrid = barcelona, valencia
  Europe/Rome = roma, milan, milano, turin, torino
  Europe/Amsterdam = rotterdam, utrecht, the hague
  Europe/Brussels = bruxelles, brussel, antwerp
  Europe/Lisbon = lisboa, porto
  Europe/Prague = praha, brno
  Europe/Warsaw = warszawa, krakow, wroclaw, gdansk
  Europe/Stockholm = gothenburg, goteborg, malmo
  Europe/Kyiv = kyiv, kiev, lviv
  Europe/Moscow = st petersburg
  Asia/Kolkata = kolkata, mumbai, chennai, new delhi, delhi, bangalore, bengaluru, hyderabad, pune, gurgaon, gurugram, noida
  Asia/Tokyo = osaka, sapporo, kyoto, 東京, 大阪
  Asia/Shanghai = beijing, shenzhen, guangzhou, chongqing
  Asia/Dubai = abu dhabi
  Asia/Jerusalem = tel aviv
  Asia/Karachi = islamabad
  Asia/Ho_Chi_Minh = hanoi, ho chi minh, ho chi minh city
  Asia/Kathmandu = kathmandu
  Asia/Yangon = yangon
  Australia/Sydney = canberra
  Pacific/Auckland = wellington
  Africa/Johannesburg = pretoria, cape town, harare
  America/New_York = nyc, new york city, boston, washington, washington dc, atlanta, miami, philadelphia, charlotte
  America/Indiana/Indianapolis = indiana (east)
  America/Chicago = austin, dallas, houston, minneapolis, nashville
  America/Denver = salt lake city
  America/Phoenix = arizona
  America/Los_Angeles = san francisco, seattle, san diego, las vegas, san jose ca
  America/Anchorage = alaska
  Pacific/Honolulu = hawaii
  America/Toronto = montreal, ottawa
  America/Regina = saskatchewan
  Africa/Lagos = west central africa
  America/Guatemala = central america
  America/Sao_Paulo = brasilia, rio de janeiro
  America/Argentina/Buenos_Aires = buenos aires
  America/Mexico_City = guadalajara
  America/Guayaquil = quito
`;

let known: ReadonlyMap<string, string> | undefined;

/** A zone by a city: one that IANA's names have, a capital, or one where many companies are. */
export function zoneByCity(city: string): string | undefined {
  known ??= new Map([
    ...Intl.supportedValuesOf('timeZone').map((zone): [string, string] => [
      cityKey(zone.split('/').at(-1) ?? ''),
      zone,
    ]),
    ...cities
      .trim()
      .split('\n')
      .map((line) => line.split(' = '))
      .flatMap(([zone = '', list = '']) =>
        list.split(', ').map((name): [string, string] => [cityKey(name), zone.trim()]),
      ),
  ]);
  return known.get(cityKey(city));
}

function cityKey(city: string): string {
  return folded(city.replaceAll('_', ' ')).replace(/[.-]/gu, ' ').replace(/\s+/gu, ' ').trim();
}
