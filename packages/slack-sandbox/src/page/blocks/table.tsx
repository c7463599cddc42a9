import type { VNode } from 'preact';
import type { Json, JsonObject } from '../../contract.ts';
import { isObject, listAt, numberAt, objectsAt, textAt } from '../json.ts';
import { plainText } from '../mrkdwn.tsx';
import { RichTextBlock } from './rich-text.tsx';

function Cell({ cell }: { cell: Json }): VNode {
  if (!isObject(cell)) return <></>;
  if (textAt(cell, 'type') === 'rich_text') return <RichTextBlock block={cell} />;
  return <>{plainText(textAt(cell, 'text') ?? String(numberAt(cell, 'value') ?? ''))}</>;
}

/** A table; the first row is its head. It scrolls inside its own box where it is wider than the message. */
export function TableBlock({ block }: { block: JsonObject }): VNode {
  const rows = listAt(block, 'rows').map((row) => (Array.isArray(row) ? (row as readonly Json[]) : []));
  const settings = objectsAt(block, 'column_settings');
  const [head, ...body] = rows;
  const caption = textAt(block, 'caption');
  const look = (column: number): { textAlign: string; whiteSpace: string } => ({
    textAlign: textAt(settings[column], 'align') ?? 'left',
    whiteSpace: settings[column]?.['is_wrapped'] === true ? 'normal' : 'nowrap',
  });
  return (
    <div class="block table-block" tabIndex={0} role="region" aria-label={caption ?? 'Table'}>
      <table>
        {caption !== undefined && <caption>{caption}</caption>}
        <thead>
          <tr>
            {head?.map((cell, column) => (
              <th key={column} scope="col" style={look(column)}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} style={look(column)}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
