import type { VNode } from 'preact';
import type { PageFile } from '../../contract.ts';

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function kindOf(file: PageFile): string {
  return (file.name.includes('.') ? (file.name.split('.').at(-1) ?? '') : file.mimetype).toUpperCase().slice(0, 5);
}

function FileCard({ file }: { file: PageFile }): VNode {
  if (file.mimetype.startsWith('image/')) {
    return (
      <figure class="file-image">
        <figcaption>{file.title || file.name}</figcaption>
        <a href={file.path} target="_blank" rel="noreferrer">
          <img src={file.path} alt={file.title || file.name} loading="lazy" />
        </a>
      </figure>
    );
  }
  return (
    <a class="file-card" href={file.path} download={file.name}>
      <span class="file-kind" aria-hidden="true">
        {kindOf(file)}
      </span>
      <span>
        <strong>{file.title || file.name}</strong>
        <small>
          {file.name}, {size(file.bytes)} · Download
        </small>
      </span>
    </a>
  );
}

/** The files of a message: images are shown, others are cards to download. */
export function FileCards({ files }: { files: readonly PageFile[] }): VNode | null {
  if (files.length === 0) return null;
  return (
    <div class="files">
      {files.map((file) => (
        <FileCard key={file.id} file={file} />
      ))}
    </div>
  );
}
