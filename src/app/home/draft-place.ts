/** Where a draft is carried on, from its key. */

/** The tools that keep drafts. A draft of a newer app is `other` and leads to the list of things to begin. */
export type DraftTool = 'assess' | 'reflect' | 'asset' | 'talk' | 'action' | 'me' | 'connect' | 'other';

/**
 * Keys: `assess:<person>`, `reflect:<person or record>`, `asset:<person or record>`, `action:<person or record>`.
 * A tool's `edit-` form belongs to a record that is already there: `edit-talk:<reading>/<statement>`,
 * `edit-action-answer:<action>`.
 */
export function draftPlace(key: string): { tool: DraftTool; href: string } {
  const [tool = '', about = ''] = key.split(':');
  switch (tool) {
    case 'assess':
      return { tool, href: '/assess' };
    case 'reflect':
      return { tool, href: '/reflect' };
    case 'asset':
      return { tool, href: '/assets/add' };
    case 'connect':
      return { tool, href: '/connect' };
    case 'action':
      return { tool, href: '/actions/add' };
    case 'edit-reflect':
      return { tool: 'reflect', href: `/reflection/${about}/edit` };
    case 'edit-asset':
      return { tool: 'asset', href: `/asset/${about}/edit` };
    case 'edit-action':
      return { tool: 'action', href: `/action/${about}/edit` };
    case 'edit-conversation':
      return { tool: 'talk', href: `/conversation/${about}/edit` };
    case 'edit-action-answer':
      return { tool: 'action', href: `/action/${about}/answer` };
    case 'edit-action-outcome':
      return { tool: 'action', href: `/action/${about}/outcome` };
    case 'edit-person':
      return { tool: 'me', href: '/me' };
    case 'edit-reading':
      return { tool: 'assess', href: `/reading/${about}/edit` };
    case 'edit-talk': {
      const [reading = '', statement = ''] = about.split('/');
      return { tool: 'talk', href: `/reading/${reading}/talk/${statement}` };
    }
    default:
      return { tool: 'other', href: '/add' };
  }
}
