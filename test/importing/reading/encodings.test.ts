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
