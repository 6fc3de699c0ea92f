// Marching squares: the line along which a grid of values crosses a level, as an SVG path.
// Grid points are the centres of unit cells; row 0 is at the bottom.

export function contour(values, size, level) {
  let path = '';
  for (let row = 0; row + 1 < size; row++) {
    for (let column = 0; column + 1 < size; column++) {
      const crossings = crossed(values, size, row, column, level);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        path += `M${at(crossings[i], size)}L${at(crossings[i + 1], size)}`;
      }
    }
  }
  return path;
}

/** Where the level is crossed on the four edges of a square, in pairs. */
function crossed(values, size, row, column, level) {
  const corners = [[column, row], [column + 1, row], [column + 1, row + 1], [column, row + 1]];
  const heights = corners.map(([x, y]) => values[y * size + x] - level);
  const found = [];
  for (let i = 0; i < 4; i++) {
    const j = (i + 1) % 4;
    if (heights[i] > 0 === heights[j] > 0) continue;
    const t = heights[i] / (heights[i] - heights[j]);
    found.push([corners[i][0] + t * (corners[j][0] - corners[i][0]), corners[i][1] + t * (corners[j][1] - corners[i][1])]);
  }
  return found;
}

const at = ([x, y], size) => `${(x + 0.5).toFixed(2)} ${(size - y - 0.5).toFixed(2)}`;
