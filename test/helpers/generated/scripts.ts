/** People whose names are in other scripts than the file’s columns, and the encodings of their countries. */
export interface Script {
  /** Beside Unicode; the names of columns are English then. */
  readonly encodings: readonly string[];
  /** First and last name; who has no first name is called by the whole of the second, as Chinese and Korean write it. */
  readonly called: readonly (readonly [string, string])[];
}

/** Whom they sell to, in letters that all of these encodings have. */
export const plainCustomers = ['Globex', 'Initech, Inc.', 'Acme "West"', 'Umbra & Sons', 'Hooli', 'Vandelay'];

export const scripts: readonly Script[] = [
  {
    encodings: ['windows-1251'],
    called: [
      ['Ольга', 'Соколова'],
      ['Дмитрий', 'Ковалёв'],
      ['Анастасия', 'Щербакова'],
      ['Юрий', 'Жуков'],
      ['Екатерина', 'Цветкова'],
      ['Артём', 'Эйдельман'],
      ['Надежда', 'Фролова'],
      ['Илья', 'Быков'],
    ],
  },
  {
    encodings: ['gb18030'],
    called: [
      ['', '王伟'],
      ['', '李娜'],
      ['', '张志强'],
      ['', '刘洋'],
      ['', '陈静'],
      ['', '欧阳明华'],
      ['', '赵丽'],
      ['', '黄建国'],
    ],
  },
  {
    encodings: ['euc-kr'],
    called: [
      ['', '김민준'],
      ['', '이서연'],
      ['', '박지훈'],
      ['', '최수진'],
      ['', '정현우'],
      ['', '남궁민수'],
      ['', '한지원'],
      ['', '강은영'],
    ],
  },
  {
    encodings: [],
    called: [
      ['Ελένη', 'Παπαδοπούλου'],
      ['Γιώργος', 'Νικολαΐδης'],
      ['محمد', 'الخطيب'],
      ['فاطمة', 'حداد'],
      ['נועה', 'לוי'],
      ['יוסף', 'כהן'],
      ['प्रिया', 'शर्मा'],
      ['अर्जुन', 'वर्मा'],
      ['สมชาย', 'ใจดี'],
      ['Nguyễn', 'Thị Hương'],
      ['Ayşe', 'Gökçe'],
      ['Ștefan', 'Ionescu'],
      ['Đorđe', 'Šimić'],
      ['Zsófia', 'Tűzkő'],
    ],
  },
];
