import type { JsonObject } from '../../contract.ts';
import type { Engine } from '../../engine.ts';
import type { StoredFile } from '../../workspace/model.ts';

const mimetypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  csv: 'text/csv',
  txt: 'text/plain',
  ics: 'text/calendar',
  json: 'application/json',
  pdf: 'application/pdf',
};

/** The media type that a file's name tells. */
export function mimetypeOf(file: StoredFile): string {
  return mimetypes[extensionOf(file)] ?? 'application/octet-stream';
}

/** Where the sandbox serves the file's bytes. */
export function filePath(file: StoredFile): string {
  return `/sandbox/files/${file.id}`;
}

/** A file; https://docs.slack.dev/reference/objects/file-object */
export function fileObject(engine: Engine, file: StoredFile): JsonObject {
  const address = engine.url + filePath(file);
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: mimetypeOf(file),
    filetype: extensionOf(file),
    pretty_type: extensionOf(file).toUpperCase(),
    user: file.userId,
    user_team: engine.workspace.team.id,
    editable: false,
    size: file.bytes.byteLength,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: file.conversationIds.some((id) => engine.workspace.conversations.get(id)?.kind === 'channel'),
    url_private: address,
    url_private_download: `${address}?download=1`,
    permalink: address,
    channels: file.conversationIds.filter((id) => id.startsWith('C')),
    ims: file.conversationIds.filter((id) => id.startsWith('D')),
    groups: [],
    ...(file.altText === undefined ? {} : { alt_txt: file.altText }),
  };
}

function extensionOf(file: StoredFile): string {
  return file.name.includes('.') ? (file.name.split('.').at(-1) ?? '').toLowerCase() : '';
}
