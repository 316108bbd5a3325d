/** Makes an endpoint out of a profile: the one way in which anything is sent or fetched. */
import type { Endpoint } from '../protocol/endpoint.ts';
import { probeKind } from '../protocol/probe.ts';
import { createAsk, type Tools } from './ask.ts';
import { createAttachmentPort } from './attachment-port.ts';
import type { ConnectionSettings } from './connection-settings.ts';
import { createVersions } from './create-versions.ts';
import { createFolderList } from './list-folder.ts';
import { listPages } from './list-pages.ts';
import { lookAgainAt } from './look-again.ts';
import { readDocument } from './read-document.ts';
import { removeVersion } from './remove-version.ts';

const WHOLE_BYTES = 256 * 1024;

export interface EndpointTools extends Tools {
  /** Lists the probes of "Try this endpoint" too. */
  withProbes?: boolean;
}

/** Nothing it gives ever rejects: what goes wrong is in the answer. */
export function connectEndpoint(settings: ConnectionSettings, tools: EndpointTools): Endpoint {
  const { profile } = settings;
  const { pull, attachments } = profile;
  const { batch } = profile.create;
  const ask = createAsk(settings, tools);
  const list =
    pull.by === 'folder'
      ? createFolderList(profile, pull, ask)
      : (cursor: string | null, most?: number) => listPages(profile, pull, ask, cursor, most);

  return {
    batch: { versions: batch?.versions ?? 1, bytes: batch?.bytes ?? WHOLE_BYTES },
    create: (versions) => createVersions(profile, ask, versions),
    read: async (key) => (await readDocument(profile, ask, key)).answer,
    list: async (cursor, most) => {
      const listed = await list(cursor, most);
      if (listed.status === 'failed' || tools.withProbes) return listed;
      const items = listed.items.filter(
        (item) => item.status !== 'version' || item.wire.version.kind !== probeKind,
      );
      return { ...listed, items };
    },
    again: async (aside) => {
      const wire = await lookAgainAt(profile, ask, aside);
      return wire?.version.kind === probeKind ? null : wire;
    },
    remove: (key) => removeVersion(profile, ask, key),
    attachments: attachments ? createAttachmentPort(attachments, ask) : null,
  };
}
