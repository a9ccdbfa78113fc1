import { useRef } from 'react';
import { packWordsText } from '~/packs/say-words';
import { isFigure, type PackBlock as Block } from '~/packs/section';
import type { TrendPoint } from '../TrendChart';
import { TrendChart } from '../TrendChart';
import { PackFigureView, PackValueText } from './PackFigure';
import { useReachableScroll } from '../use-reachable-scroll';
import { sourceHref, usePackReading, type PackPlace } from './pack-reading';
import { useSpeech } from './use-speech';
import classes from './Pack.module.css';

type Props = { block: Block; place: PackPlace };

/** A block of a section: figures side by side, a table, the course of one KPI, or a sentence. */
export function PackBlockView({ block, place }: Props) {
  const speech = useSpeech();
  switch (block.kind) {
    case 'figures':
      return (
        <div className={classes.block}>
          <h4>{packWordsText(block.title, speech)}</h4>
          <div className={classes.figures}>
            {block.figures.map((figure) => (
              <PackFigureView key={figure.id} figure={figure} place={place} named />
            ))}
          </div>
        </div>
      );
    case 'table':
      return <Table block={block} place={place} />;
    case 'series':
      return <Course block={block} place={place} />;
    case 'note':
      return <p className={classes.block}>{packWordsText(block.words, speech)}</p>;
  }
}

function Table({ block, place }: { block: Extract<Block, { kind: 'table' }>; place: PackPlace }) {
  const speech = useSpeech();
  const { isVendor } = usePackReading();
  const scroller = useRef<HTMLDivElement>(null);
  useReachableScroll(scroller);
  const title = packWordsText(block.title, speech);
  if (block.rows.length === 0)
    return (
      <div className={classes.block}>
        <h4>{title}</h4>
        <p className={classes.missing}>{packWordsText(block.empty, speech)}</p>
      </div>
    );
  return (
    <div className={classes.block}>
      <h4>{title}</h4>
      <div ref={scroller} className={classes.scroll} role="group" aria-label={title}>
        <table className={classes.table}>
          <thead>
            <tr>
              {block.columns.map(({ words, align }, index) => (
                <th key={index} scope="col" data-align={align}>
                  {packWordsText(words, speech)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map(({ cells, source }, index) => {
              const href = sourceHref(source, isVendor);
              return (
                <tr key={index}>
                  {cells.map((cell, at) => {
                    const Cell = at === 0 ? 'th' : 'td';
                    const column = block.columns[at];
                    const align = column?.align;
                    return (
                      <Cell
                        key={at}
                        {...(at === 0 && { scope: 'row' })}
                        data-align={align}
                        data-label={column && packWordsText(column.words, speech)}
                      >
                        {isFigure(cell) ? (
                          <PackFigureView figure={cell} place={place} align={align} />
                        ) : at === 0 && href !== null ? (
                          <a href={href}>
                            <PackValueText value={cell} />
                          </a>
                        ) : (
                          <PackValueText value={cell} align={align} />
                        )}
                      </Cell>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Course({ block, place }: { block: Extract<Block, { kind: 'series' }>; place: PackPlace }) {
  const speech = useSpeech();
  const points = block.points.map(({ period, value, breached }): TrendPoint => ({
    period,
    value,
    outcome: breached ? 'breached' : value === null ? 'no_data' : null,
  }));
  const unit = block.unit === 'percent' ? '%' : block.unit;
  return (
    <div className={classes.block}>
      <TrendChart
        title={packWordsText(block.title, speech)}
        points={points}
        target={block.target}
        warnAt={block.warning}
        unit={unit}
        name={`${place.id}-${block.title.key}`}
      />
    </div>
  );
}
