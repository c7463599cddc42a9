/** The table and data_table blocks. */
import { limits } from '../limits.ts';
import { richText } from '../rich-text.ts';
import { isArray, isObject, objectsOf, report, words, type Check, type Rule } from '../schema/check.ts';
import { byType, list, nullable, object, required, typed } from '../schema/structures.ts';
import { boolean, enumeration, filled, integer, number } from '../schema/values.ts';
import { block } from './block.ts';

const cell: Check = byType({
  raw_text: typed('raw_text', { text: required(filled()) }),
  raw_number: typed('raw_number', { value: required(number), text: required(filled()) }),
  rich_text: richText,
});

const columnSetting: Check = object({ align: enumeration('left', 'center', 'right'), is_wrapped: boolean });

export const table: Check = block('table', {
  rows: required(
    list(list(cell, { minimum: 1, maximum: limits.table.columns }), { minimum: 1, maximum: limits.table.rows }),
  ),
  // Null leaves a column as it is.
  column_settings: list(nullable(columnSetting), { maximum: limits.table.columnSettings }),
});

/** All rows are as long as the header, and the header is not rich text. */
const evenRows: Rule = (value, pointer, inspection) => {
  const rows = isArray(value['rows']) ? value['rows'].filter(isArray) : [];
  const [head, ...others] = rows;
  if (head === undefined) return;
  for (const { index, value: cells } of objectsOf(head)) {
    if (cells['type'] === 'rich_text') {
      report(inspection, `${pointer}/rows/0/${index}/type`, words.unsupported('rich_text'));
    }
  }
  others.forEach((row, index) => {
    if (row.length === head.length) return;
    report(inspection, `${pointer}/rows/${index + 1}`, 'all rows must have the same number of cells');
  });
  const column = value['row_header_column_index'];
  if (typeof column === 'number' && column >= head.length) {
    report(inspection, `${pointer}/row_header_column_index`, words.above(head.length - 1));
  }
};

export const dataTable: Check = block(
  'data_table',
  {
    rows: required(
      list(list(cell, { minimum: 1, maximum: limits.dataTable.columns }), {
        minimum: limits.dataTable.fewestRows,
        maximum: limits.dataTable.rows,
      }),
    ),
    caption: required(filled()),
    page_size: integer(1, limits.dataTable.pageSize),
    row_header_column_index: integer(0),
  },
  evenRows,
);

/** The characters in all cells of a table; of rich text, what its text and link parts show. */
export function charactersInCells(rows: Parameters<Check>[0] | undefined): number {
  if (isArray(rows)) return rows.reduce<number>((total, item) => total + charactersInCells(item), 0);
  if (!isObject(rows)) return 0;
  const own = typeof rows['text'] === 'string' ? rows['text'].length : 0;
  return own + charactersInCells(rows['elements']);
}
