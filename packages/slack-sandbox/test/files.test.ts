import { expect, test } from 'vitest';
import { expectRefusal } from './support/refusal.ts';
import { clientFor, startWorkspace } from './support/workspace.ts';

test('an uploaded file is a message with its comment, and its bytes can be fetched', async () => {
  const sandbox = await startWorkspace();
  const client = clientFor(sandbox);
  const { channel } = await client.conversations.open({ users: 'U1' });
  await client.filesUploadV2({
    channel_id: channel?.id ?? '',
    filename: 'tea.png',
    title: 'Tea',
    file: Buffer.from([1, 2, 3]),
    initial_comment: 'Look',
  });
  const message = sandbox.as('U1').newest();
  expect(message).toMatchObject({
    text: 'Look',
    files: [{ name: 'tea.png', title: 'Tea', mimetype: 'image/png', bytes: 3 }],
  });
  const response = await fetch(sandbox.url + (message?.files[0]?.path ?? ''));
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
});

test('an image block shows a file by its id, but only one that is there', async () => {
  const sandbox = await startWorkspace();
  const client = clientFor(sandbox);
  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({ filename: 'a.png', length: 1 });
  const image = { type: 'image' as const, alt_text: 'A', slack_file: { id: file_id } };
  const post = () => client.chat.postMessage({ channel: 'C2', text: 'x', blocks: [image] });
  await expectRefusal(post(), 'invalid_blocks', { errors: [expect.stringContaining('invalid slack file')] });
  await fetch(upload_url, { method: 'POST', body: new Uint8Array([7]) });
  await client.files.completeUploadExternal({ files: [{ id: file_id, title: 'A' }] });
  expect((await post()).ok).toBe(true);
  expect((await client.files.info({ file: file_id })).file).toMatchObject({ id: file_id, size: 1, title: 'A' });
});

test('a file that was never uploaded cannot be completed', async () => {
  const client = clientFor(await startWorkspace());
  const { file_id = '' } = await client.files.getUploadURLExternal({ filename: 'a.png', length: 1 });
  await expectRefusal(client.files.completeUploadExternal({ files: [{ id: file_id }] }), 'file_not_found');
});

test('sending the bytes can be scripted and is in the traffic, without them', async () => {
  const sandbox = await startWorkspace();
  const client = clientFor(sandbox);
  const upload = () => client.filesUploadV2({ filename: 'a.png', file: Buffer.from([1, 2, 3]) });
  sandbox.script('upload', { kind: 'http', status: 502 });
  await expect(upload()).rejects.toMatchObject({ statusCode: 502 });
  expect((await upload()).ok).toBe(true);
  expect(sandbox.traffic.filter(({ name }) => name === 'upload')).toMatchObject([
    { failed: true, status: 502 },
    { failed: false, sent: { bytes: 3 } },
  ]);
});

test('a file that was deleted can’t be shown any more', async () => {
  const sandbox = await startWorkspace();
  const client = clientFor(sandbox);
  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({ filename: 'a.png', length: 1 });
  await fetch(upload_url, { method: 'POST', body: new Uint8Array([7]) });
  await client.files.completeUploadExternal({ files: [{ id: file_id, title: 'A' }] });
  sandbox.admin.deleteFile(file_id);
  const image = { type: 'image' as const, alt_text: 'A', slack_file: { id: file_id } };
  const post = client.chat.postMessage({ channel: 'C2', text: 'x', blocks: [image] });
  await expectRefusal(post, 'invalid_blocks', { errors: [expect.stringContaining('invalid slack file')] });
});
