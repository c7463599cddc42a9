import type { ComponentChildren, VNode } from 'preact';

/** What stands where there is nothing yet. */
export function Empty({ face, title, children }: { face: string; title: string; children?: ComponentChildren }): VNode {
  return (
    <div class="empty">
      <span aria-hidden="true">{face}</span>
      <p class="empty-title">{title}</p>
      <p class="quiet">{children}</p>
    </div>
  );
}
