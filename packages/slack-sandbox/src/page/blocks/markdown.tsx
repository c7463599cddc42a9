import type { ComponentChildren, VNode } from 'preact';
import type { JsonObject } from '../../contract.ts';
import { withEmoji } from '../emoji.ts';
import { textAt } from '../json.ts';
import { SafeLink } from '../mrkdwn.tsx';

const inlinePattern =
  /(`[^`]+`)|(\*\*[^*]+\*\*|__[^_]+__)|(~~[^~]+~~)|(\*[^*\s][^*]*\*|\b_[^_]+_\b)|(\[[^\]]+\]\([^)\s]+\))/g;

/** Bold, italic, strike, code and links of standard Markdown. */
function inline(text: string): ComponentChildren {
  const drawn: ComponentChildren[] = [];
  let from = 0;
  for (const match of text.matchAll(inlinePattern)) {
    drawn.push(withEmoji(text.slice(from, match.index)));
    const [whole, code, bold, strike, italic, link] = match;
    if (code !== undefined) drawn.push(<code>{code.slice(1, -1)}</code>);
    else if (bold !== undefined) drawn.push(<strong>{inline(bold.slice(2, -2))}</strong>);
    else if (strike !== undefined) drawn.push(<s>{inline(strike.slice(2, -2))}</s>);
    else if (italic !== undefined) drawn.push(<em>{inline(italic.slice(1, -1))}</em>);
    else if (link !== undefined) {
      const cut = link.lastIndexOf('](');
      drawn.push(<SafeLink url={link.slice(cut + 2, -1)}>{inline(link.slice(1, cut))}</SafeLink>);
    }
    from = match.index + whole.length;
  }
  return [...drawn, withEmoji(text.slice(from))];
}

interface Rule {
  /** Which lines belong together. */
  line: RegExp;
  draw: (lines: readonly string[]) => VNode;
}

const rules: readonly Rule[] = [
  { line: /^#{1,6} /, draw: ([line = '']) => <p class="markdown-head">{inline(line.replace(/^#+ /, ''))}</p> },
  { line: /^ {0,3}([-*_])( ?\1){2,}\s*$/, draw: () => <hr /> },
  {
    line: /^> ?/,
    draw: (lines) => <blockquote>{inline(lines.map((line) => line.replace(/^> ?/, '')).join('\n'))}</blockquote>,
  },
  {
    line: /^\s*[-*+] /,
    draw: (lines) => (
      <ul>
        {lines.map((line, index) => (
          <li key={index}>
            {inline(
              line.replace(/^\s*[-*+] (\[ \] |\[x\] )?/, (_all, task?: string) =>
                task ? (task[1] === 'x' ? '☑ ' : '☐ ') : '',
              ),
            )}
          </li>
        ))}
      </ul>
    ),
  },
  {
    line: /^\s*\d+[.)] /,
    draw: (lines) => (
      <ol start={Number.parseInt(lines[0] ?? '1', 10)}>
        {lines.map((line, index) => (
          <li key={index}>{inline(line.replace(/^\s*\d+[.)] /, ''))}</li>
        ))}
      </ol>
    ),
  },
  { line: /^\|.*\|\s*$/, draw: (lines) => <Table lines={lines} /> },
  { line: /^\s*\S/, draw: (lines) => <p>{inline(lines.join('\n'))}</p> },
  { line: /^\s*$/, draw: () => <></> },
];

const cells = (line: string): readonly string[] =>
  line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

function Table({ lines }: { lines: readonly string[] }): VNode {
  const [head, ...body] = lines.filter((line) => !/^\|[\s:|-]+\|\s*$/.test(line)).map(cells);
  return (
    <div class="table-block" tabIndex={0} role="region" aria-label="Table">
      <table>
        <thead>
          <tr>
            {head?.map((cell, index) => (
              <th key={index} scope="col">
                {inline(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) => (
                <td key={index}>{inline(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const ruleOf = (line: string): Rule | undefined => rules.find((rule) => rule.line.test(line));

/** Lines gathered to the rule that they share; headings stand alone. */
function parts(text: string): readonly VNode[] {
  const drawn: VNode[] = [];
  let gathered: string[] = [];
  let rule: Rule | undefined;
  const finish = (): void => {
    if (rule !== undefined && gathered.length > 0) drawn.push(rule.draw(gathered));
    gathered = [];
  };
  for (const line of text.split('\n')) {
    const next = ruleOf(line);
    if (next !== rule || next === rules[0]) finish();
    rule = next;
    gathered.push(line);
  }
  finish();
  return drawn;
}

/** A block of standard Markdown. */
export function MarkdownBlock({ block }: { block: JsonObject }): VNode {
  const pieces = (textAt(block, 'text') ?? '').split(/^```.*$/m);
  return (
    <div class="block markdown-block">
      {pieces.map((piece, index) =>
        index % 2 === 1 ? (
          <pre key={index}>{piece.replace(/^\n|\n$/g, '')}</pre>
        ) : (
          <div key={index}>{parts(piece)}</div>
        ),
      )}
    </div>
  );
}
