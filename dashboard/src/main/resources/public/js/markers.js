// The marks on a line, at its points: a disc, a hollow square or a hollow triangle. Where points crowd, some go unmarked.

import { colour } from './theme.js';

const APART = 24;

export function markers(plot, index, { marker, token, radius }) {
  if (!marker) return;
  const scale = devicePixelRatio;
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = colour(token);
  ctx.fillStyle = colour(marker === 'circle' ? token : 'surface');
  ctx.lineWidth = 1.6 * scale;
  ctx.setLineDash([]);
  for (const [x, y] of spaced(plot, index, APART * scale)) {
    if (y < bbox.top - 1 || y > bbox.top + bbox.height + 1) continue;
    ctx.beginPath();
    SHAPES[marker](ctx, x, y, radius * scale);
    ctx.fill();
    ctx.stroke();
  }
  ctx.restore();
}

// Marks stay where they are while the line grows: a point keeps its mark because of those before it.
function* spaced(plot, index, apart) {
  const [xs, ys] = [plot.data[0], plot.data[index]];
  let last = -Infinity;
  for (let i = 0; i < xs.length; i++) {
    if (ys[i] == null) continue;
    const x = plot.valToPos(xs[i], 'x', true);
    if (x - last < apart) continue;
    last = x;
    yield [x, plot.valToPos(ys[i], 'y', true)];
  }
}

const SHAPES = {
  circle: (ctx, x, y, r) => ctx.arc(x, y, r, 0, 2 * Math.PI),
  square: (ctx, x, y, r) => ctx.rect(x - r, y - r, 2 * r, 2 * r),
  triangle: (ctx, x, y, r) => {
    ctx.moveTo(x, y - 1.2 * r);
    ctx.lineTo(x + 1.15 * r, y + 0.9 * r);
    ctx.lineTo(x - 1.15 * r, y + 0.9 * r);
    ctx.closePath();
  },
};
