/** How much a text looks like Japanese, Chinese or Korean: for telling encodings of several bytes a letter apart. */
import { encoded } from './decode.ts';

export const eastAsian = ['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'] as const;
export type EastAsian = (typeof eastAsian)[number];

/** Letters of frequent surnames and of the names of columns. */
const frequent: Readonly<Record<EastAsian, string>> = {
  shift_jis:
    '佐藤鈴木高橋田中伊渡辺山本村小林加吉井松口斎清森池野石川原上下子美郎一氏名姓部署長課役職社員番号入日担当金額取引先商談会営業段階東京大',
  'euc-jp':
    '佐藤鈴木高橋田中伊渡辺山本村小林加吉井松口斎清森池野石川原上下子美郎一氏名姓部署長課役職社員番号入日担当金額取引先商談会営業段階東京大',
  gb18030:
    '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林郑伟芳娜敏静丽强磊军洋勇艳杰明华姓名部门经理邮箱件电子员工职位入日期地址销售客户金额阶段编号上级公司北京海',
  big5: '王李張劉陳楊黃趙周吳徐孫馬朱胡郭何高林鄭偉芳娜敏靜麗強明華美玲志家怡雅婷姓名部門經理郵箱件電子員工職位入日期地址銷售客戶金額階段編號主管公司業務台北',
  'euc-kr':
    '김이박최정강조윤장임한오서신권황안송류홍민지수영현준서연우진성은하희경미철호동재원태이름메일부서관리자사번입일직급담당금액거래처단계매니저상사영업팀회사고객기술국내외',
};

const dictionary = new Intl.Segmenter('zh', { granularity: 'word' });

/** The higher, the likelier, on the scale of `likeness`; undefined where it isn't in this encoding at all. */
export function eastAsianLikeness(text: string, encoding: EastAsian): number | undefined {
  if (/[\u0080-\u009f\ufffd\ue000-\uf8ff]/.test(text)) return undefined;
  let score = 0;
  const letters = Array.from(text);
  for (const [index, letter] of letters.entries()) {
    if (letter <= '\u007f') continue;
    score += worth(letter, encoding);
    const isBeside = [letters[index - 1], letters[index + 1]].some(
      (other) => other !== undefined && /[a-z]/i.test(other),
    );
    if (isBeside && /[\p{L}\p{M}]/u.test(letter)) score -= 2.5;
  }
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu))
    for (const { segment } of dictionary.segment(run)) score += segment.length > 1 ? segment.length * 0.7 : 0;
  // One letter alone is a sign of another encoding sooner.
  return letters.filter((letter) => letter > '\u007f').length < 2 ? score - 1 : score;
}

function worth(letter: string, encoding: EastAsian): number {
  const isJapanese = encoding === 'shift_jis' || encoding === 'euc-jp';
  const known = frequent[encoding].includes(letter) ? 1.2 : 0;
  if (/[\uff61-\uff9f]/.test(letter)) return isJapanese ? -0.4 : -2;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(letter)) return isJapanese ? 2.5 : -1.5;
  if (/\p{Script=Hangul}/u.test(letter)) return encoding === 'euc-kr' ? commonness(letter, encoding) + known : -2;
  if (/\p{Script=Han}/u.test(letter)) return (encoding === 'euc-kr' ? -1 : commonness(letter, encoding)) + known;
  if (/[\u3000-\u303f\uff00-\uff60・]/.test(letter)) return 0.6;
  return /\p{L}/u.test(letter) ? -1.2 : -0.6;
}

/** Their character sets keep the letters that everybody uses together, ahead of the rest (JIS X 0208, GB 2312, Big5). */
function commonness(letter: string, encoding: EastAsian): number {
  const bytes = encoded(letter, encoding);
  const lead = bytes?.[0] ?? 0;
  const trail = bytes?.[1] ?? 0;
  if (bytes?.length !== 2) return -2;
  switch (encoding) {
    case 'shift_jis':
      return lead >= 0x88 && lead <= 0x97 ? 0.9 : lead <= 0xea ? -0.3 : -1.5;
    case 'euc-jp':
      return lead >= 0xb0 && lead <= 0xcf ? 0.9 : -0.3;
    case 'gb18030':
      if (lead < 0xb0 || trail < 0xa1) return -1.5;
      return lead <= 0xd7 ? 0.9 : -0.3;
    case 'big5':
      return lead >= 0xa4 && lead <= 0xc6 ? 0.9 : -0.3;
    case 'euc-kr':
      return trail >= 0xa1 ? 1 : -1.5;
  }
}
