import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { JsonObject } from '../../contract.ts';
import { objectAt, textAt, wordsAt } from '../json.ts';
import { Plain } from '../mrkdwn.tsx';

/** Where the browser loads an image from: a file of this workspace, or an address of the app's. */
function imageSource(image: JsonObject): string | undefined {
  const file = objectAt(image, 'slack_file');
  const id = textAt(file, 'id');
  if (id !== undefined) return `/sandbox/files/${encodeURIComponent(id)}`;
  const url = textAt(image, 'image_url') ?? textAt(file, 'url');
  return url !== undefined && /^(https?:|\/)/.test(url) ? url : undefined;
}

/** An image, or its words in a box where it does not load. */
export function Picture({ image, kind }: { image: JsonObject; kind: 'small' | 'icon' | 'large' }): VNode {
  const [broken, setBroken] = useState(false);
  const alt = textAt(image, 'alt_text') ?? '';
  const source = imageSource(image);
  if (broken || source === undefined) return <span class={`picture-broken ${kind}`}>🖼 {alt || 'image'}</span>;
  return (
    <img
      class={`picture ${kind}`}
      src={source}
      alt={alt}
      title={alt}
      loading="lazy"
      referrerpolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  );
}

export function ImageBlock({ block }: { block: JsonObject }): VNode {
  const title = wordsAt(block, 'title');
  return (
    <figure class="block image-block">
      {title !== undefined && (
        <figcaption>
          <Plain text={title} />
        </figcaption>
      )}
      <Picture image={block} kind="large" />
    </figure>
  );
}
