/** The rules of the house, read from the source: what a reviewer would otherwise have to look for. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

interface Import {
  /** Relative to the root, or a package's name. */
  readonly target: string;
  readonly typeOnly: boolean;
}

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Without comments and string contents that could look like code. */
  readonly code: string;
  readonly imports: readonly Import[];
}

/** Slack's own code, kept as it is. */
const notOurs = 'packages/slack-sandbox/test/apps/';

const files: readonly SourceFile[] = globSync(
  ['{src,migrations,test,bin,tools,bench}/**/*.{ts,tsx,js}', 'packages/*/{src,test,bin}/**/*.{ts,tsx,js}'],
  { cwd: root },
)
  .filter((path) => !path.startsWith(notOurs) && !path.includes('node_modules'))
  .map(read);
const sources = files.filter((file) => file.path.startsWith('src/'));

function read(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<=^|\s)\/\/.*$/gm, '');
  const statements = code.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[\s\S]*?\sfrom\s+)?'([^']+)'/g);
  const dynamic = code.matchAll(/import\('([^']+)'\)/g);
  const imports = [
    ...[...statements].map((match) => toImport(path, match[2] ?? '', match[1] !== undefined)),
    ...[...dynamic].map((match) => toImport(path, match[1] ?? '', false)),
  ];
  return { path, text, code, imports };
}

function toImport(from: string, target: string, typeOnly: boolean): Import {
  return { target: target.startsWith('.') ? relative('.', join(dirname(from), target)) : target, typeOnly };
}

/** The room of a file: its folder below src, or the file itself at the top. */
function roomOf(path: string): string {
  const parts = path.split('/');
  return parts.length > 2 ? (parts[1] ?? '') : 'top';
}

/** The rooms from which each room may import; types and helpers at the top (context, errors, log, config …) are open to all but the lowest. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  time: [],
  pictures: ['time'],
  asks: [],
  behaviours: ['asks', 'time'],
  leading: ['behaviours', 'asks', 'time', 'top'],
  store: ['leading', 'behaviours', 'asks', 'time', 'top'],
  acts: ['store', 'leading', 'behaviours', 'asks', 'time', 'top'],
  importing: ['acts', 'store', 'leading', 'behaviours', 'asks', 'time', 'top'],
  demo: ['acts', 'importing', 'store', 'leading', 'behaviours', 'asks', 'time', 'top'],
  slack: ['acts', 'store', 'leading', 'behaviours', 'asks', 'time', 'top', 'importing', 'pictures'],
  jobs: ['slack', 'pictures', 'importing', 'acts', 'store', 'leading', 'behaviours', 'asks', 'time', 'top'],
  serving: ['jobs', 'slack', 'acts', 'store', 'behaviours', 'top'],
  cli: [
    'serving',
    'jobs',
    'slack',
    'pictures',
    'importing',
    'acts',
    'store',
    'leading',
    'behaviours',
    'asks',
    'time',
    'top',
    'demo',
  ],
};

describe('imports run one way', () => {
  const rooms = [...new Set(sources.map((file) => roomOf(file.path)))].filter((room) => room !== 'top');
  test.each(rooms)('%s', (room) => {
    const allowed = mayImport[room];
    expect(allowed, `a new room: say in this test from where ${room} may import`).toBeDefined();
    const wrong = sources
      .filter((file) => roomOf(file.path) === room)
      .flatMap((file) =>
        file.imports
          .filter(({ target }) => target.startsWith('src/'))
          .filter(({ target }) => roomOf(target) !== room && allowed?.includes(roomOf(target)) !== true)
          .map(({ target }) => `${file.path} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test('the rooms of src/slack stand on one another, and none leans on one above it', () => {
    const floors = ['kit', 'routes', 'views', 'wire', 'loading', 'messages', 'opening', 'words', 'door', 'listeners'];
    const floorOf = (path: string) => {
      const parts = path.split('/');
      return parts.length > 3 ? floors.indexOf(parts[2] ?? '') : floors.length;
    };
    const inSlack = sources.filter((file) => roomOf(file.path) === 'slack');
    expect(inSlack.filter(({ path }) => floorOf(path) === -1).map(({ path }) => path)).toEqual([]);
    const upward = inSlack.flatMap((file) =>
      file.imports
        .filter(({ target }) => target.startsWith('src/slack/') && floorOf(target) > floorOf(file.path))
        .map(({ target }) => `${file.path} → ${target}`),
    );
    expect(upward).toEqual([]);
  });

  test('only who starts the sandbox imports it', () => {
    expect(importers('@firstline/slack-sandbox')).toEqual(['src/sandbox-mode.ts']);
  });

  test('a package imports nothing of the house', () => {
    const wrong = files
      .filter((file) => file.path.startsWith('packages/'))
      .flatMap((file) =>
        file.imports
          .filter(({ target }) => !target.startsWith(file.path.split('/').slice(0, 2).join('/')))
          .filter(({ target }) => /^(\.\.|src|test|migrations|tools|bench|packages)\//.test(target))
          .map(({ target }) => `${file.path} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test('the top doesn’t lean on rooms below it, but for the files that put everything together', () => {
    const roots = ['src/main.ts', 'src/firstline.ts', 'src/sandbox-mode.ts'];
    const wrong = sources
      .filter((file) => roomOf(file.path) === 'top' && !roots.includes(file.path))
      .flatMap((file) =>
        file.imports
          .filter(({ target, typeOnly }) => target.startsWith('src/') && roomOf(target) !== 'top' && !typeOnly)
          .map(({ target }) => `${file.path} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test('views and messages’ words are pure: no store functions, no Slack client, no context', () => {
    const wrong = sources
      .filter((file) => file.path.startsWith('src/slack/views/'))
      .flatMap((file) =>
        file.imports
          .filter(
            ({ target, typeOnly }) =>
              !typeOnly && /^src\/(store|jobs)\/|^src\/slack\/listeners\/|^@slack\/(bolt|web-api)/.test(target),
          )
          .map(({ target }) => `${file.path} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });
});

/** Our files that import a package. */
function importers(name: string): string[] {
  return sources
    .filter((file) => file.imports.some(({ target }) => target === name || target.startsWith(`${name}/`)))
    .map((file) => file.path);
}

/** By the zone of the machine, by another or by UTC: what a day or an hour is, only the module of time says. */
const readsClocks = new RegExp(
  [
    String.raw`\bTemporal\b`,
    String.raw`\bIntl\.DateTimeFormat\b`,
    String.raw`\.[gs]et(?:UTC)?(?:FullYear|Month|Date|Day|Hours|Minutes)\(`,
    String.raw`\.(?:getTimezoneOffset|toLocale(?:Date|Time)String|to(?:Date|Time)String)\(`,
    String.raw`\.toISOString\(\)\.(?:slice\(0, 1[06]\)|split\()`,
    String.raw`\bnew Date\([^()]*,`,
  ].join('|'),
);

describe('one place for each', () => {
  test('only the clockwork knows the cron library', () => {
    expect(importers('node-cron')).toEqual(['src/jobs/clockwork.ts']);
  });
  test('only time/zoned reads a clock or a calendar by its zone', () => {
    /** Names of zones, months and weekdays in many languages; never what a clock shows. */
    const namesOfTimes = ['date-names', 'time-zones', 'zone-names'].map((name) => `src/importing/values/${name}.ts`);
    const readers = sources
      .filter(({ path }) => !namesOfTimes.includes(path))
      .filter(({ code }) => readsClocks.test(code))
      .map(({ path }) => path);
    expect(readers.toSorted()).toEqual([
      // A library's days are midnights of the machine.
      'src/importing/company-calendar.ts',
      // The zone of the machine, for the made-up workspace.
      'src/main.ts',
      'src/time/zoned.ts',
    ]);
  });
  test('only time/holidays knows the library of holidays, and loads it when a country is asked for', () => {
    expect(importers('date-holidays')).toEqual(['src/time/holidays.ts']);
    const room = sources.find((file) => file.path === 'src/time/holidays.ts');
    expect(room?.code).not.toMatch(/^import (?!type )[^;]*'date-holidays'/m);
  });
  test('only the store knows SQL', () => {
    expect(importers('kysely').filter((path) => !path.startsWith('src/store/'))).toEqual([]);
    expect(importers('better-sqlite3').filter((path) => !path.startsWith('src/store/'))).toEqual([]);
  });
});

test('a day is made by the module of time alone, from checked text', () => {
  const casting = sources
    .filter((file) => /as (?:unknown as )?LocalDate\b(?! \|)/.test(file.code))
    .map(({ path }) => path);
  expect(casting).toEqual(['src/time/zoned.ts']);
});

describe('people’s words', () => {
  test('are called sealed only by what seals them', () => {
    const callers = sources.filter((file) => /as (?:unknown as )?Sealed\b/.test(file.code)).map(({ path }) => path);
    expect(callers).toEqual(['src/store/secrets.ts']);
  });
});

describe('time and chance are values', () => {
  const edges = ['src/main.ts'];
  /** Nonces of the encryption: chance that must never be a value. */
  const secrets = 'src/store/secrets.ts';
  test('nothing reads the clock outside the composition root', () => {
    const readers = sources.filter(
      (file) => !edges.includes(file.path) && /new Date\(\)|Date\.now\(|performance\.now/.test(file.code),
    );
    expect(readers.map((file) => file.path)).toEqual([]);
  });
  test('nothing throws dice outside the composition root', () => {
    const throwers = sources.filter(
      (file) =>
        ![...edges, secrets].includes(file.path) &&
        /Math\.random|randomUUID|randomBytes|randomInt|getRandomValues/.test(file.code),
    );
    expect(throwers.map((file) => file.path)).toEqual([]);
  });
  test('nothing reads the environment outside the composition root', () => {
    const readers = sources.filter((file) => !edges.includes(file.path) && /process\.env/.test(file.code));
    expect(readers.map((file) => file.path)).toEqual([]);
  });
});

describe('everything that is made is in its list', () => {
  test('listeners', () => {
    const made = sources
      .filter((file) => /^export const \w+: readonly Listener\[\] = /m.test(file.code))
      .map((file) => file.path)
      .filter((path) => !path.endsWith('/index.ts'));
    const index = sources.find((file) => file.path === 'src/slack/listeners/index.ts');
    expect(made.filter((path) => !index?.imports.some(({ target }) => target === path))).toEqual([]);
    expect(made.length).toBeGreaterThan(3);
  });
  test('words after /firstline', () => {
    const made = sources.filter((file) => /^export const \w+: SlashWord = /m.test(file.code)).map((file) => file.path);
    const index = sources.find((file) => file.path === 'src/slack/words/index.ts');
    expect(made.filter((path) => !index?.imports.some(({ target }) => target === path))).toEqual([]);
    expect(made.length).toBeGreaterThan(3);
  });
  test('messages', () => {
    const made = sources.filter((file) => /^export const \w+ = message\(/m.test(file.code)).map((file) => file.path);
    const index = sources.find((file) => file.path === 'src/slack/messages/index.ts');
    expect(made.length).toBeGreaterThan(20);
    expect(made.filter((path) => !index?.imports.some(({ target }) => target === path))).toEqual([]);
  });
  test('behaviours', () => {
    const index = sources.find((file) => file.path === 'src/behaviours/index.ts');
    const made = sources.filter((file) => /: Behaviour = /.test(file.code)).map((file) => file.path);
    expect(made.length).toBeGreaterThan(3);
    expect(made.filter((path) => !index?.imports.some(({ target }) => target === path))).toEqual([]);
  });
});

describe('what comes in from Slack comes in by the door', () => {
  const listening = sources.filter((file) => file.path.startsWith('src/slack/listeners/'));
  const offenders = (wrong: RegExp) => listening.filter((file) => wrong.test(file.code)).map((file) => file.path);
  test('listeners acknowledge nothing and look nobody up', () => {
    expect(listening.length).toBeGreaterThan(20);
    expect(offenders(/\back\b/)).toEqual([]);
    expect(offenders(/\bacting(Person|Admin|WithRights)\(|\bwhoMayLink\(/)).toEqual([]);
    expect(offenders(/\.decode\(action\b/)).toEqual([]);
  });
  test('listeners know neither Bolt nor Slack’s client, and refresh no Home', () => {
    expect(offenders(/context\.(slack|sender)\b|\brefreshHomes\b/)).toEqual([]);
    const leaning = listening.filter(({ imports }) =>
      imports.some(({ target }) => /^@slack\/(bolt|web-api)/.test(target)),
    );
    expect(leaning.map(({ path }) => path)).toEqual([]);
  });
  test('nothing but the door listens', () => {
    const ears = sources.filter((file) =>
      /\bapp\.(action|command|event|message|options|shortcut|view)\(/.test(file.code),
    );
    expect(ears.map(({ path }) => path).filter((path) => !path.startsWith('src/sandbox/'))).toEqual([
      'src/slack/door/door.ts',
    ]);
  });
});

describe('what is said is typed by the message', () => {
  const others = sources.filter((file) => !file.path.startsWith('src/store/') && !file.path.startsWith('src/sandbox/'));
  const offenders = (wrong: RegExp) => others.filter((file) => wrong.test(file.code)).map((file) => file.path);
  test('no subject is read by a string', () => {
    expect(offenders(/\bsubject\[/).filter((path) => path !== 'src/jobs/channels.ts')).toEqual([]);
  });
  test('acts say what has changed; which messages are old then, the messages say', () => {
    expect(offenders(/\bwantRefresh\(/)).toEqual(['src/acts/refresh.ts']);
  });
  test('kinds of ask', () => {
    const index = sources.find((file) => file.path === 'src/asks/index.ts');
    const made = sources.filter(({ path }) => path.startsWith('src/asks/kinds/')).map(({ path }) => path);
    expect(made.length).toBeGreaterThan(3);
    expect(made.filter((path) => !index?.imports.some(({ target }) => target === path))).toEqual([]);
  });
});

describe('files stay small', () => {
  test('none has more than 300 lines, but for tests', () => {
    const tests = /^(packages\/[^/]+\/)?test\//;
    const long = files.filter((file) => !tests.test(file.path) && file.text.split('\n').length > 301);
    expect(long.map((file) => `${file.path}: ${file.text.split('\n').length}`)).toEqual([]);
  });
});

test('imports between our files end in .ts, but for what runs before anything is installed', () => {
  const wrong = files.flatMap((file) =>
    file.imports
      .filter(() => !file.path.startsWith('tools/install/'))
      .filter(
        ({ target }) =>
          /^(packages|src|test|migrations|tools|bench)\//.test(target) && !/\.(ts|tsx|css|json)$/.test(target),
      )
      .map(({ target }) => `${file.path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});
