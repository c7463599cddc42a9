import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { guessEncoding } from '../../../src/importing/reading/encodings/guess.ts';

const german = ['Vorname;Nachname;Vorgesetzter', 'Jürgen;Weiß;Mina Farrow'];
const rosters: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['German', german, ['windows-1252', 'macintosh', 'cp850', 'iso-8859-15']],
  ['German, one umlaut', ['name,team', 'Karl Böhm,Sales'], ['windows-1252', 'macintosh', 'cp850']],
  ['German, one word', ['name,team', 'Anna Müller,Sales'], ['windows-1252', 'macintosh', 'cp850']],
  ['German, one ä', ['name,team', 'Käthe Kruse,Sales'], ['windows-1252', 'macintosh', 'cp850']],
  ['German, one ß', ['name,team', 'Anna Groß,Sales'], ['windows-1252', 'macintosh', 'cp850']],
  [
    'French',
    ['nom,équipe', 'Hélène Lefèvre,Région Île-de-France', 'François Noël,Sud'],
    ['windows-1252', 'macintosh', 'cp850'],
  ],
  ['French, one é', ['name,team', 'André Martin,Sales'], ['windows-1252', 'macintosh', 'cp850']],
  ['French, è', ['name,team', 'Michèle Blanc,Sales'], ['windows-1252', 'macintosh']],
  ['French, ç', ['name,team', 'François Blanc,Sales'], ['windows-1252', 'macintosh', 'cp850']],
  ['French, œ', ['name,team', 'Côme Lebœuf,Sales'], ['windows-1252', 'iso-8859-15']],
  ['Spanish', ['nombre,equipo', 'José Muñoz,Málaga', 'Íñigo Peña,León'], ['windows-1252', 'macintosh', 'cp850']],
  [
    'Portuguese',
    ['nome,equipe', 'João Gonçalves,São Paulo', 'Conceição Simões,Brasília'],
    ['windows-1252', 'macintosh', 'cp850'],
  ],
  ['Swedish', ['namn,team', 'Åsa Sjöström,Västerås', 'Björn Håkansson,Malmö'], ['windows-1252', 'macintosh', 'cp850']],
  ['Danish', ['navn,team', 'Søren Kjær,Århus', 'Bjørn Ågård,København'], ['windows-1252', 'macintosh', 'cp850']],
  ['Icelandic', ['name,team', 'Guðmundur Þórðarson,Reykjavík', 'Björk Sigurðardóttir,Ísafjörður'], ['windows-1252']],
  ['a dash', ['name,team', 'Ada Quill,Sales – EMEA'], ['windows-1252', 'macintosh']],
  ['an apostrophe', ['name,team', 'Sean O’Neill,Sales'], ['windows-1252', 'macintosh']],
  [
    'Polish',
    ['imię,nazwisko,przełożony', 'Paweł,Wiśniewski,Łukasz Żak', 'Małgorzata,Kamińska,Łukasz Żak'],
    ['windows-1250', 'iso-8859-2', 'cp852'],
  ],
  ['Polish, one ł', ['name,team', 'Paweł Nowak,Sales'], ['windows-1250', 'iso-8859-2']],
  ['Polish, one ń', ['name,team', 'Anna Kamińska,Sales'], ['windows-1250', 'iso-8859-2']],
  ['Czech', ['jméno,oddělení', 'Jiří Dvořák,Plzeň', 'Kateřina Černá,Brno'], ['windows-1250', 'iso-8859-2']],
  ['Czech, one name', ['name,team', 'Jiří Novák,Sales'], ['windows-1250', 'iso-8859-2']],
  ['Hungarian', ['név,csapat', 'Szabó Gergő,Győr', 'Tóth Fűzfa,Pécs'], ['windows-1250']],
  ['Turkish', ['ad,ekip', 'Ayşe Yılmaz,İstanbul', 'Çağlar Öztürk,Ankara'], ['windows-1254']],
  ['Turkish, one ğ', ['name,team', 'Ayşe Doğan,Sales'], ['windows-1254']],
  ['Russian', ['имя,отдел', 'Иван Петров,Продажи', 'Ольга Смирнова,Продажи'], ['windows-1251', 'koi8-r', 'cp866']],
  ['Russian, one name', ['name,team', 'Иван Петров,Sales'], ['windows-1251', 'koi8-r', 'cp866']],
  ['Ukrainian', ['name,team', 'Олексій Шевченко,Київ', 'Наталія Ковальчук,Львів'], ['windows-1251']],
  ['Greek', ['όνομα,τμήμα', 'Γιώργος Παπαδόπουλος,Πωλήσεις', 'Μαρία Νικολάου,Πωλήσεις'], ['windows-1253']],
  ['Greek, one name', ['name,team', 'Μαρία Παππά,Sales'], ['windows-1253']],
  ['Japanese', ['氏名,部署,上司', '佐藤 花子,営業部,高橋 一郎', '鈴木 太郎,営業部,高橋 一郎'], ['shift_jis', 'euc-jp']],
  ['Japanese, kana', ['name,team', 'サトウ ハナコ,セールス'], ['shift_jis', 'euc-jp']],
  ['Japanese, one name', ['name,team', '田中太郎,Sales'], ['shift_jis', 'euc-jp']],
  ['Chinese', ['姓名,部门,经理', '王伟,销售部,李娜', '张敏,销售部,李娜'], ['gb18030']],
  ['Chinese, one name', ['name,team', '王伟,Sales'], ['gb18030']],
  ['Chinese, traditional', ['姓名,部門,經理', '陳怡君,業務部,林志明', '黃雅婷,業務部,林志明'], ['big5']],
  ['Chinese, traditional, one name', ['name,team', '陳美玲,Sales'], ['big5']],
  ['Korean', ['이름,부서,관리자', '김민수,영업팀,박지영', '이서연,영업팀,박지영'], ['euc-kr']],
  ['Korean, one name', ['name,team', '김민수,Sales'], ['euc-kr']],
];

const cases = rosters.flatMap(([language, lines, encodings]) =>
  encodings.map((encoding) => ({ language, encoding, lines })),
);

test.each(cases)('$language in $encoding', ({ encoding, lines }) => {
  const sample = lines.filter((line) => /[^\0-\u007f]/.test(line)).join('\n');
  const bytes = iconv.encode(sample, encoding);
  const guess = guessEncoding(bytes);
  expect({ guess, text: iconv.decode(bytes, guess) }).toEqual({ guess: expect.anything() as string, text: sample });
});

/** Names and words of columns, as people have them. */
const names: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'de',
    'Jürgen Weiß|Käthe Böhm|Jörg Groß|Günter Schäfer|Björn Krüger|Sören Köhler|Jäger|Müller|Schröder|Größmann|Lößnitz|Bärbel Weiß|Götz|Würth|Höß|Döring|Führer|Übelacker|Öztürk|Ärmel|Straße|Fußball|Süß|Düsseldorf|Köln|Nürnberg|Geschäftsführer|Außendienst|Österreich|Württemberg',
    ['windows-1252', 'macintosh', 'cp850', 'cp437', 'iso-8859-15', 'iso-8859-1'],
  ],
  [
    'fr',
    'Hélène Lefèvre|François Noël|André Côté|Benoît Lévêque|Jérôme Béranger|Amélie Gagné|Zoé Thérèse|Loïc Guérin|Anaïs Mérimée|Chloé Dupré|Maël Crêpe|Raphaël Bélanger|Élodie Desprès|Étienne|Irène|Cédric Évrard|Gaël|Solène|Gisèle|Théo|Joël Garçon|Région Île-de-France|Société Générale|Directeur général|Équipe',
    ['windows-1252', 'macintosh', 'cp850', 'iso-8859-15'],
  ],
  [
    'es',
    'José Muñoz|Íñigo Peña|Ángel Núñez|María Ibáñez|Raúl Gómez|Sofía Hernández|Andrés Pérez|Iván Martínez|Begoña|Lucía Fernández|Óscar Rodríguez|Núria|Jesús|Víctor|Ramón|Málaga|León|España|Compañía|Mónica',
    ['windows-1252', 'macintosh', 'cp850', 'iso-8859-15'],
  ],
  [
    'pt',
    'João Gonçalves|Conceição Simões|São Paulo|Antônio|Luís|André Magalhães|Lúcia|Inês|Cláudia|Mônica|Região|Gerência|Assunção|Guimarães|Sebastião|Fabrício|Flávio|Júlia|Patrícia|Brandão',
    ['windows-1252', 'macintosh', 'cp850'],
  ],
  ['it', 'Nicolò|Niccolò Però|Città|Forlì|Università|Società|Dalò|Riccò|Cantù', ['windows-1252', 'macintosh', 'cp850']],
  [
    'sv',
    'Åsa Sjöström|Björn Håkansson|Märta Öberg|Göran Åkesson|Örjan|Västerås|Malmö|Göteborg|Pär|Håkan Lindström|Jönköping|Försäljning',
    ['windows-1252', 'macintosh', 'cp850'],
  ],
  [
    'da',
    'Søren Kjær|Bjørn Ågård|København|Jørgen Møller|Kåre|Åse|Østergaard|Sæther|Bodø|Tromsø|Måløy|Ærø',
    ['windows-1252', 'macintosh', 'cp850'],
  ],
  ['fi', 'Mäkelä|Hämäläinen|Jyväskylä|Pekka Nyström|Väinö|Äijälä|Töölö', ['windows-1252', 'macintosh']],
  ['is', 'Guðmundur Þórðarson|Björk Sigurðardóttir|Ísafjörður|Þórunn|Æsa|Jóhann', ['windows-1252']],
  [
    'pl',
    'Paweł Wiśniewski|Małgorzata Kamińska|Łukasz Żak|Józef Dąbrowski|Agnieszka Wójcik|Stanisław Kozłowski|Michał Jabłoński|Grażyna Król|Zbigniew Wróbel|Sławomir|Bożena|Jędrzej|Krzysztof Święcicki|Gdańsk|Łódź|Poznań|Wrocław|Dział sprzedaży|Imię|Przełożony',
    ['windows-1250', 'iso-8859-2'],
  ],
  [
    'cs',
    'Jiří Dvořák|Kateřina Černá|Plzeň|Tomáš Novotný|Lukáš Procházka|Ondřej Kučera|Zdeněk Veselý|Růžena Horáková|Žaneta Šťastná|Vojtěch|Bořivoj|Jaromír Jágr|Oddělení|Příjmení|Jméno|Matěj Řezáč|Hněvkovský',
    ['windows-1250', 'iso-8859-2'],
  ],
  [
    'hu',
    'Szabó Gergő|Győr|Tóth Fűzfa|Pécs|Horváth Lőrinc|Erdős Pál|Kőrösi|Székesfehérvár|Nyíregyháza|Szűcs Ödön|Vörösmarty',
    ['windows-1250', 'iso-8859-2'],
  ],
  [
    'tr',
    'Ayşe Yılmaz|Çağlar Öztürk|İstanbul|Doğan Şahin|Gökçe Güneş|Işık|Uğur Yıldız|Şükrü Saracoğlu|Ömer Aydın|Müdür|Müşteri|Satış',
    ['windows-1254'],
  ],
  ['ro', 'Ştefan Brătianu|Ionuţ|Bucureşti|Iaşi|Cristina Gheorghiţă|Mihăilescu', ['windows-1250', 'iso-8859-2']],
  ['hr', 'Marko Perković|Željko Đurić|Šime Čačić|Goran Ivanišević|Luka Modrić', ['windows-1250', 'iso-8859-2']],
  [
    'ru',
    'Иван Петров|Ольга Смирнова|Сергей Иванов|Наталья Кузнецова|Дмитрий Попов|Юлия Щербакова|Алексей|Отдел продаж|Руководитель|Имя|Фёдор|ИВАНОВ|Москва|Ян|Эдуард',
    ['windows-1251', 'koi8-r', 'cp866'],
  ],
  ['uk', 'Олексій Шевченко|Наталія Ковальчук|Київ|Львів|Євген|Їжакевич|Ірина', ['windows-1251']],
  ['bg', 'Георги Димитров|Мария Иванова|Пловдив|Търговски отдел|Божидар', ['windows-1251']],
  [
    'el',
    'Γιώργος Παπαδόπουλος|Μαρία Νικολάου|Αθήνα|Δημήτρης|Ελένη|Κώστας Γεωργίου|Πωλήσεις|Όνομα|ΑΘΗΝΑ|Σοφία',
    ['windows-1253'],
  ],
  [
    'ja',
    '佐藤 花子|鈴木 一郎|高橋 さくら|田中太郎|営業部|渡辺 謙|伊藤博文|山本 五十六|サトウ|株式会社アクメ|東京|氏名|斎藤|中村 主任|小林|加藤 部長',
    ['shift_jis', 'euc-jp'],
  ],
  ['ko', '김민수|이서연|박지영|영업팀|최강희|정우성|조용필|이름|부서|서울|홍길동|강남 지점|윤|임꺽정|한국', ['euc-kr']],
  [
    'zh',
    '王伟|李娜|张敏|销售部|刘强|陈静|北京|上海|姓名|部门|经理|赵丽颖|黄磊|周杰|吴京|客户经理|诸葛亮|欧阳锋',
    ['gb18030'],
  ],
  ['tw', '陳怡君|林志明|黃雅婷|業務部|張家豪|李美玲|王淑芬|吳宗憲|台北|姓名|部門|劉德華|蔡英文|經理', ['big5']],
  [
    'punct',
    'Sean O’Neill|Sales – EMEA|“Best” deal|5 € off|Ada’s team|R&D — Core|don’t|Acme™ Ltd|© Acme|Nº 5|½ day|25 °C|€ 500|£ 500|Café’s|naïve',
    ['windows-1252', 'macintosh'],
  ],
];

test.each(names.flatMap(([language, list, encodings]) => encodings.map((encoding) => ({ language, list, encoding }))))(
  'three names of $language in $encoding',
  ({ list, encoding }) => {
    const all = list.split('|');
    for (const [index, name] of all.entries()) {
      const three = [name, all[(index + 3) % all.length], all[(index + 7) % all.length]].join(',x@example.com\n');
      const bytes = iconv.encode(three, encoding);
      // What the encoding hasn’t can’t be told from it.
      if (iconv.decode(bytes, encoding) !== three) continue;
      expect(iconv.decode(bytes, guessEncoding(bytes))).toBe(three);
    }
  },
);
