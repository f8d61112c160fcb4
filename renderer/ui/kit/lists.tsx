import { useRef, useState } from 'react';
import { STAGES } from '#shared/model/node.ts';
import { nodeTexts } from '#shared/text/ui/nodes.ts';
import {
  Button,
  DataTable,
  DefinitionList,
  EmptyState,
  type ListHandle,
  Panel,
  SeverityMark,
  StageStrip,
  Timeline,
  VirtualList,
} from '../index.ts';
import css from './kit.module.css';

interface Row {
  readonly id: number;
  readonly title: string;
}
const ROWS: readonly Row[] = Array.from({ length: 1000 }, (_, index) => ({
  id: index + 1,
  title: `Row ${String(index + 1)}`,
}));

/** List, table, timeline, strip, panels, the three kinds of nothing. */
export function Lists() {
  const [active, setActive] = useState<number | null>(2);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set([4]));
  const [opened, setOpened] = useState(0);
  const list = useRef<ListHandle>(null);
  return (
    <section className={css['section']} aria-label="Lists">
      <h2>List</h2>
      <div className={css['listBox']}>
        <VirtualList<Row>
          ref={list}
          label="A thousand rows"
          rows={ROWS}
          total={ROWS.length}
          rowKey={(row) => row.id}
          rowHeight={44}
          activeKey={active}
          onActive={setActive}
          selected={selected}
          onSelect={setSelected}
          onOpen={setOpened}
          renderRow={(row) => (
            <div className={css['listRow']}>
              <SeverityMark severity={(row.id % 4) + 1} label={`severity ${String((row.id % 4) + 1)}`} />{' '}
              {row.title}
            </div>
          )}
        />
      </div>
      <output>{`opened ${String(opened)}, selected ${String(selected.size)}`}</output>
      <h2>Table</h2>
      <DataTable
        caption="Carriers"
        rows={[
          { name: 'spx', scans: 1204 },
          { name: 'thailand-post', scans: 88 },
        ]}
        rowKey={(row) => row.name}
        columns={[
          { id: 'name', header: 'Carrier', cell: (row) => row.name },
          { id: 'scans', header: 'Scans', align: 'end', cell: (row) => row.scans },
        ]}
      />
      <h2>Stages and timeline</h2>
      <StageStrip
        label="Stages"
        stages={STAGES.map((stage, index) => ({
          stage,
          label: nodeTexts[`stage.${stage}`].en,
          state: index < 5 ? 'done' : index === 5 ? 'trouble' : 'ahead',
        }))}
      />
      <Timeline
        label="Timeline"
        groups={[
          {
            id: 'a',
            stage: 'FIRST_MILE',
            direction: 'forward',
            title: 'First mile',
            meta: '14 h in this stage',
            items: [
              {
                id: 1,
                node: 'PICKED_UP',
                title: 'Picked up',
                time: '17 Nov 14:20',
                place: 'Shenzhen',
                tone: 'done',
              },
              {
                id: 2,
                node: 'UNKNOWN',
                title: 'Not understood',
                time: '17 Nov 16:00',
                tone: 'muted',
                detail: 'raw text',
              },
            ],
          },
          {
            id: 'b',
            stage: 'IMPORT',
            direction: 'forward',
            title: 'Import customs',
            items: [
              {
                id: 3,
                node: 'IMPORT_HELD',
                title: 'Import customs hold · customs papers missing',
                time: '3 d',
                place: 'Port Klang',
                tone: 'trouble',
              },
            ],
          },
          {
            id: 'c',
            stage: 'CLOSE',
            direction: 'return',
            title: 'Closed · return leg',
            items: [
              { id: 4, node: 'RETURN_IN_TRANSIT', title: 'Return in transit', time: '1 h', tone: 'now' },
            ],
          },
        ]}
      />
      <Panel title="Panel" actions={<Button size="s">Do</Button>}>
        <DefinitionList
          items={[
            { term: 'Carrier', value: 'spx' },
            { term: 'Market', value: 'Malaysia' },
          ]}
        />
      </Panel>
      <div className={css['empties']}>
        <EmptyState kind="nothing-to-do" title="Nothing waits for you" text="Cases open by themselves." />
        <EmptyState kind="no-match" title="No case matches" text="Other kinds may have some." />
        <EmptyState
          kind="no-data"
          title="No data yet"
          text="Import a tracking file."
          action={<Button>Import</Button>}
        />
      </div>
    </section>
  );
}
