/**
 * Slack's limits that this bot's messages and forms must keep. Sources: docs.slack.dev, reference of Block Kit blocks, block elements,
 * composition objects, and of modals; chat.postMessage and chat.update.
 */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  actionsElements: 25,
  contextElements: 10,
  modalTitle: 24,
  modalButton: 24,
  privateMetadata: 3000,
  optionText: 75,
  optionValue: 150,
  selectOptions: 100,
  sectionText: 3000,
  sectionFields: 10,
  sectionField: 2000,
  headerText: 150,
  buttonText: 75,
  buttonValue: 2000,
  buttonUrl: 3000,
  inputText: 3000,
  inputLabel: 2000,
  placeholder: 150,
  /** Of `text` in chat.update; above it the call fails. chat.postMessage advises the same. */
  messageText: 4000,
  tableRows: 100,
  tableColumns: 20,
  /** Alternative text and title of an image block. */
  imageText: 2000,
} as const;
