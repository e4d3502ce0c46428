/** Gauss with pivots, for a handful of unknowns; null where they can't be told apart. Both are written over. */
export function solveLinear(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const n = right.length;
  for (let column = 0; column < n; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < n; row += 1) {
      if (Math.abs(matrix[row * n + column] ?? 0) > Math.abs(matrix[pivot * n + column] ?? 0)) pivot = row;
    }
    const value = matrix[pivot * n + column] ?? 0;
    if (Math.abs(value) < 1e-12) return null;
    swapRows(matrix, right, [column, pivot]);
    for (let row = 0; row < n; row += 1) {
      const share = row === column ? 0 : (matrix[row * n + column] ?? 0) / value;
      if (share === 0) continue;
      for (let k = column; k < n; k += 1)
        matrix[row * n + k] = (matrix[row * n + k] ?? 0) - share * (matrix[column * n + k] ?? 0);
      right[row] = (right[row] ?? 0) - share * (right[column] ?? 0);
    }
  }
  return right.map((value, i) => value / (matrix[i * n + i] ?? 1));
}

function swapRows(matrix: Float64Array, right: Float64Array, [a, b]: readonly [number, number]): void {
  if (a === b) return;
  const n = right.length;
  for (let k = 0; k < n; k += 1) {
    const kept = matrix[a * n + k] ?? 0;
    matrix[a * n + k] = matrix[b * n + k] ?? 0;
    matrix[b * n + k] = kept;
  }
  const kept = right[a] ?? 0;
  right[a] = right[b] ?? 0;
  right[b] = kept;
}
