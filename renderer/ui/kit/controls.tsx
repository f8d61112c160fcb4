import { useState } from 'react';
import {
  Banner,
  Button,
  Checkbox,
  Dialog,
  IconButton,
  Kbd,
  Menu,
  Progress,
  SearchField,
  Select,
  Skeleton,
  StatusDot,
  Switch,
  Tabs,
  Tag,
  TextArea,
  TextField,
  useToast,
} from '../index.ts';
import css from './kit.module.css';

/** Buttons, fields, tags, banners, progress. */
export function Controls() {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<'a' | 'b'>('a');
  const [on, setOn] = useState(true);
  const [tab, setTab] = useState<'waiting' | 'mine'>('waiting');
  return (
    <section className={css['section']} aria-label="Controls">
      <h2>Buttons</h2>
      <div className={css['rowWrap']}>
        <Button variant="primary" icon="check" shortcut="t">
          Take
        </Button>
        <Button icon="snooze" shortcut="h">
          Snooze
        </Button>
        <Button variant="quiet">Quiet</Button>
        <Button variant="danger">Start empty</Button>
        <Button disabled>Disabled</Button>
        <Button busy>Working</Button>
        <Button size="s">Small</Button>
        <IconButton icon="more" label="More" />
        <IconButton icon="pin" label="Pinned" pressed />
        <Kbd keys="mod k" />
      </div>
      <h2>Fields</h2>
      <div className={css['fields']}>
        <TextField label="Carrier" hint="Blank: recognised from the number" defaultValue="4px" />
        <TextField label="Tracking number" error="This is not a tracking number." defaultValue="1.23E+11" />
        <SearchField label="Search" value={text} onChange={setText} />
        <Select
          label="Kind"
          value={kind}
          options={[
            { value: 'a', label: 'Held by customs' },
            { value: 'b', label: 'Delivery failed' },
          ]}
          onChange={setKind}
        />
        <TextArea label="Message" defaultValue="Hello, this is about your parcel." />
        <div>
          <Checkbox label="Selected" checked={on} onChange={setOn} />{' '}
          <Checkbox label="Some" checked={false} indeterminate onChange={() => setOn(!on)} />
          <Switch label="Notifications" hint="Kind, market and count only" checked={on} onChange={setOn} />
        </div>
      </div>
      <h2>Tags and state</h2>
      <div className={css['rowWrap']}>
        <Tag>neutral</Tag>
        <Tag tone="accent">accent</Tag>
        <Tag tone="critical">critical</Tag>
        <Tag tone="high">high</Tag>
        <Tag tone="medium">medium</Tag>
        <Tag tone="good">good</Tag>
        {(['live', 'busy', 'warn', 'down', 'idle'] as const).map((tone) => (
          <span key={tone}>
            <StatusDot tone={tone} /> {tone}
          </span>
        ))}
      </div>
      <Tabs
        label="Views"
        value={tab}
        tabs={[
          { value: 'waiting', label: 'Waiting', count: 14 },
          { value: 'mine', label: 'Taken', count: 3 },
        ]}
        onChange={setTab}
      />
      <Banner tone="critical" title="The file is not a table.">
        Choose a CSV, XLSX or JSON lines file.
      </Banner>
      <Banner tone="medium" title="Day and month cannot be told apart." />
      <Banner tone="good" title="scans.csv is in" />
      <Progress value={0.42} label="Reading rows" detail="42%" />
      <Skeleton lines={3} />
    </section>
  );
}

/** Dialog, menu, toast. */
export function Overlays() {
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [undone, setUndone] = useState(false);
  return (
    <section className={css['section']} aria-label="Overlays">
      <h2>Overlays</h2>
      <div className={css['rowWrap']}>
        <Button onClick={() => setOpen(true)}>Open dialog</Button>
        <Menu
          label="Actions"
          trigger={<Button>Open menu</Button>}
          items={[
            { id: 'take', label: 'Take', icon: 'check', shortcut: 't', onSelect: () => setUndone(false) },
            'separator',
            { id: 'gone', label: 'Not now', disabled: true, onSelect: () => setUndone(false) },
            {
              id: 'empty',
              label: 'Dismiss',
              icon: 'dismiss',
              tone: 'danger',
              onSelect: () => setUndone(false),
            },
          ]}
        />
        <Button
          onClick={() =>
            toast.show({ text: '3 cases snoozed.', action: { label: 'Undo', run: () => setUndone(true) } })
          }
        >
          Show toast
        </Button>
        <output>{undone ? 'undone' : 'not undone'}</output>
      </div>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Snooze this case"
        closeLabel="Close"
        actions={
          <Button variant="primary" onClick={() => setOpen(false)}>
            Snooze
          </Button>
        }
      >
        <p>It comes back then, or as soon as the parcel’s trouble changes.</p>
      </Dialog>
    </section>
  );
}
