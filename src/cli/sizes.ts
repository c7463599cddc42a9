const bytesPerMegabyte = 1_048_576;
const bytesPerGigabyte = 1_073_741_824;

/** Bytes as people read them, e.g. `12.3 MB`. */
export function shownBytes(bytes: number): string {
  return bytes >= bytesPerGigabyte
    ? `${(bytes / bytesPerGigabyte).toFixed(1)} GB`
    : `${(bytes / bytesPerMegabyte).toFixed(1)} MB`;
}
