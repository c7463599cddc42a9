import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const compress = promisify(deflate);
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bytesOfPixel = 4;
/** Flat areas shrink well at any level; above this one, time grows and the file hardly shrinks. */
const level = 3;

/**
 * Pixels as a PNG file (red, green, blue, alpha; 8 bits each), compressed on another thread, so that nothing else waits. The
 * renderer's own encoder takes twice as long, on this thread.
 * Format: PNG specification, third edition, W3C 2025, sections 5 and 11.
 */
export async function encodePng(pixels: Buffer, width: number, height: number): Promise<Buffer> {
  const bytesOfRow = width * bytesOfPixel;
  const rows = Buffer.alloc(height * (bytesOfRow + 1));
  for (let row = 0; row < height; row += 1)
    pixels.copy(rows, row * (bytesOfRow + 1) + 1, row * bytesOfRow, (row + 1) * bytesOfRow);
  return Buffer.concat([
    signature,
    chunk('IHDR', header(width, height)),
    chunk('IDAT', await compress(rows, { level })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.writeUInt8(8, 8);
  data.writeUInt8(6, 9);
  return data;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
