import { NODES, PSEUDO_NODES, STAGES } from '#shared/model/node.ts';
import { nodeTexts } from '#shared/text/ui/nodes.ts';
import { NodeIcon, SeverityMark, StageIcon, StageTag } from '../index.ts';
import css from './kit.module.css';

/** Icons of the 8 stages, the 32 nodes and the two that are none, and the severities. */
export function EventNodes() {
  return (
    <section className={css['section']} aria-label="Stages and nodes">
      <h2>Stages</h2>
      <ul className={css['rowWrap']}>
        {STAGES.map((stage) => (
          <li key={stage}>
            <StageTag stage={stage} label={nodeTexts[`stage.${stage}`].en} />
          </li>
        ))}
        <li>
          <StageTag stage="CLOSE" label="Return leg" direction="return" />
        </li>
      </ul>
      <ul className={css['rowWrap']}>
        {STAGES.map((stage) => (
          <li key={stage}>
            <StageIcon stage={stage} size={24} />
          </li>
        ))}
      </ul>
      <h2>Nodes</h2>
      <ul className={css['icons']}>
        {[...NODES, ...PSEUDO_NODES].map((node) => (
          <li key={node}>
            <NodeIcon node={node} size={20} /> {nodeTexts[`node.${node}`].en}
          </li>
        ))}
      </ul>
      <h2>Severity</h2>
      <ul className={css['rowWrap']}>
        {([4, 3, 2, 1] as const).map((severity) => (
          <li key={severity} className={css['rowWrap']}>
            <SeverityMark severity={severity} label={`severity ${String(severity)}`} /> {severity}
          </li>
        ))}
      </ul>
    </section>
  );
}
