/**
 * Every size that Slack's Block Kit sets, with its source beside it.
 *
 * Sources: a page's name is that page of docs.slack.dev/reference/block-kit (or /reference/views, /reference/methods);
 * `types` is @slack/types 3.2.0; `python` is python-slack-sdk's models; `api` is an answer of Slack's API on record.
 *
 * How Slack counts characters is not documented. UTF-16 code units are counted here: never fewer than the code points, so
 * a text that fits by this count fits by the other one too.
 */
export const limits = {
  message: {
    blocks: 50, // blocks
    text: 40_000, // chat.postMessage: cut above
    updatedText: 4_000, // chat.update: msg_too_long above
    attachments: 100, // chat.postMessage: too_many_attachments
    tables: 1, // table-block: only_one_table_allowed
    tableCharacters: 10_000, // table-block: all cells of all tables in a message
    dataTableCharacters: 20_000, // data-table-block: a table, and all tables in a message
    markdownCharacters: 12_000, // markdown-block: all markdown blocks of one payload
  },
  view: {
    blocks: 100, // modal-views, home-tab-views
    title: 24, // modal-views
    submit: 24, // modal-views
    close: 24, // modal-views
    privateMetadata: 3_000, // modal-views, home-tab-views
    callbackId: 255, // modal-views, home-tab-views
    externalId: 255, // not documented; every other identifier's length
    bytes: 250_000, // views.open: view_too_large, "250kb"; the smaller reading of kb
  },
  blockId: 255, // every block's page
  actionId: 255, // every element's page
  text: 3_000, // text-object
  actions: { elements: 25 }, // actions-block
  alert: { text: 200 }, // alert-block
  card: { title: 150, subtitle: 150, body: 200, subtext: 200, actions: 3 }, // card-block
  carousel: { elements: 10 }, // carousel-block
  container: { title: 150, subtitle: 150, childBlocks: 10 }, // container-block
  context: { elements: 10 }, // context-block
  contextActions: { elements: 5 }, // context-actions-block
  dataTable: {
    fewestRows: 2, // data-table-block: the header and one more
    rows: 201, // data-table-block: the header and 200 more
    columns: 20, // data-table-block
    pageSize: 100, // data-table-block
  },
  header: { text: 150 }, // header-block
  image: { url: 3_000, alternativeText: 2_000, title: 2_000 }, // image-block
  input: { label: 2_000, hint: 2_000 }, // input-block
  richText: { indent: 8 }, // types: RichTextList
  section: { text: 3_000, fields: 10, field: 2_000 }, // section-block
  table: { rows: 100, columns: 20, columnSettings: 20 }, // table-block
  video: { title: 199, authorName: 49 }, // video-block: "must be less than" 200 and 50
  button: { text: 75, value: 2_000, url: 3_000, accessibilityLabel: 75 }, // button-element
  checkboxes: { options: 10 }, // checkboxes-element
  radioButtons: { options: 10 }, // radio-button-group-element
  overflow: { options: 5 }, // overflow-menu-element
  select: { options: 100, optionGroups: 100 }, // select-menu-element
  fileInput: { files: 10 }, // file-input-element
  plainTextInput: { length: 3_000 }, // plain-text-input-element
  richTextInput: { lines: 100 }, // types: RichTextInput
  dateTime: { digits: 10 }, // datetime-picker-element
  placeholder: 150, // every element's page that has one
  confirm: { title: 100, text: 300, confirm: 30, deny: 30 }, // confirmation-dialog-object
  option: { text: 75, value: 150, description: 75, url: 3_000 }, // option-object
  optionGroup: { label: 75, options: 100 }, // option-group-object
  dispatchTriggers: 2, // dispatch-action-configuration-object
} as const;
