/** The pages in the browser around an installation. Each is whole: nothing is loaded from elsewhere. */

export interface InstalledPlace {
  readonly name: string;
  /** Where it opens in Slack; for an organisation, where workspaces are chosen for it. Undefined where Slack doesn't say. */
  readonly address: string | undefined;
  /** Slack's id, for the one who runs it. */
  readonly id: string;
}

/** Before: what it is, and the way to Slack's own page. */
export function installPage(authorizeAddress: string): string {
  return page(
    'Add Firstline to Slack',
    `<p>Firstline helps sales managers lead. It notices which rep needs them, and suggests one small thing to do about it.</p>
<p>It can see who is in your workspace, and what people write to it. It can’t read your channels or your direct messages.</p>
${button(authorizeAddress, 'Add to Slack')}
<p class="small">Slack shows what Firstline may do, and asks you to allow it.</p>`,
  );
}

/** After: three steps. */
export function installedPage({ name, address, id }: InstalledPlace): string {
  return page(
    `Firstline is in ${name}`,
    steps([
      [
        'Open Firstline in Slack',
        'Its Home tab is where everything starts. Only you can see yours.',
        address === undefined ? '' : button(address, 'Open Slack'),
      ],
      [
        'Say who leads whom',
        `In Home, each manager can set up their own team. For the whole company, whoever runs Firstline imports a roster: <code>firstline import roster people.csv --workspace ${escape(id)}</code>`,
        '',
      ],
      [
        'Tell your managers and reps',
        'A manager with a team gets a first plan on Monday morning. Reps can ask for help with <code>/ask</code>. Nobody else hears from it.',
        '',
      ],
    ]),
  );
}

/** After it was installed in a whole organisation. */
export function installedInOrganisationPage({ name, address, id }: InstalledPlace): string {
  return page(
    `Firstline is installed for ${name}`,
    steps([
      [
        'Choose its workspaces',
        'It works only where you add it. Slack’s page for the organization lists them.',
        address === undefined ? '' : button(address, 'Add to workspaces'),
      ],
      [
        'Say who leads whom',
        `In Firstline’s Home tab, each manager can set up their own team. For a whole workspace, whoever runs Firstline imports a roster: <code>firstline import roster people.csv --workspace T…</code> (the organization is ${escape(id)}).`,
        '',
      ],
      [
        'Tell your managers and reps',
        'A manager with a team gets a first plan on Monday morning. Reps can ask for help with <code>/ask</code>. Nobody else hears from it.',
        '',
      ],
    ]),
  );
}

export type InstallTrouble = 'cancelled' | 'stale' | 'not-for-you' | 'refused';

/** It came to nothing: why, and what to do. */
export function troublePage(trouble: InstallTrouble, again: string): string {
  const [title, sentence] = troubles[trouble];
  const more = trouble === 'not-for-you' ? '' : button(again, 'Start again');
  return page(title, `<p>${sentence}</p>${more}`);
}

const troubles: Readonly<Record<InstallTrouble, readonly [title: string, sentence: string]>> = {
  cancelled: ['Firstline wasn’t added', 'You stopped before allowing it, so nothing was installed.'],
  stale: [
    'This page is too old',
    'An installation has to be finished within ten minutes, in the browser where it was started.',
  ],
  'not-for-you': [
    'This Firstline is for other workspaces',
    'Whoever runs it has named the workspaces it may join, and yours isn’t one of them. It was removed again. Ask them to add yours.',
  ],
  refused: [
    'Slack didn’t finish the installation',
    'Try again in a minute. If it fails again, tell whoever runs Firstline: its log says what Slack answered.',
  ],
};

function steps(list: readonly (readonly [title: string, sentence: string, more: string])[]): string {
  const items = list.map(([title, sentence, more]) => `<li><h2>${title}</h2><p>${sentence}</p>${more}</li>`);
  return `<p>Three steps, and it’s at work.</p><ol>${items.join('')}</ol>`;
}

function button(address: string, label: string): string {
  return `<p><a class="button" href="${escape(address)}">${label}</a></p>`;
}

function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body><main><h1>${escape(title)}</h1>
${body}
</main></body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; --ink: #1d1c1d; --soft: #616061; --ground: #fff; --edge: #ddd; --accent: #1f3a5f; --on-accent: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e8; --soft: #ababad; --ground: #1a1d21; --edge: #3c3f44; --accent: #a9c7f0; --on-accent: #10202f }
}
body { margin: 0; background: var(--ground); color: var(--ink); font: 17px/1.5 system-ui, sans-serif }
main { max-width: 36rem; margin: 0 auto; padding: 3rem 1.25rem }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem }
h2 { font-size: 1.1rem; margin: 0 }
p { margin: .5rem 0 1rem }
ol { padding: 0; margin: 1.5rem 0 0; list-style: none; counter-reset: step }
li { counter-increment: step; position: relative; padding: 1.1rem 0 .1rem 3rem; border-top: 1px solid var(--edge) }
li::before { content: counter(step); position: absolute; left: 0; top: 1.05rem; width: 2rem; height: 2rem; border-radius: 50%;
  background: var(--accent); color: var(--on-accent); text-align: center; line-height: 2rem; font-weight: 700 }
code { font: .85em ui-monospace, monospace; overflow-wrap: anywhere }
.button { display: inline-block; padding: .6rem 1.1rem; border-radius: .4rem; background: var(--accent); color: var(--on-accent);
  font-weight: 700; text-decoration: none }
.button:focus-visible { outline: 3px solid currentColor; outline-offset: 3px }
.small { color: var(--soft); font-size: .9rem }
`;

function escape(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/gu, (sign) => signs[sign] ?? sign);
}
