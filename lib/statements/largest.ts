import { randomFrom } from "./random"

const dot = (one: Float64Array, other: Float64Array) => {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number)
  return sum
}

/** Takes from a vector what lies along others; twice, so that nothing is left of it. */
function clear(vector: Float64Array, others: readonly Float64Array[]) {
  for (let pass = 0; pass < 2; pass++)
    for (const other of others) {
      const along = dot(vector, other)
      for (let at = 0; at < vector.length; at++)
        vector[at] = (vector[at] as number) - along * (other[at] as number)
    }
}

/**
 * The largest eigenvalues of a symmetric matrix with their vectors, by Lanczos's steps, each made square to all before.
 * The matrix is given by what it makes of a vector. Small ones (to 64) are worked out to the end, so that equal values
 * are both found; the others until what is left over is below `exact` of the largest.
 */
export function largestOf(
  size: number,
  apply: (vector: Float64Array) => Float64Array<ArrayBuffer>,
  wanted: number,
  exact: number,
): { values: number[]; vectors: Float64Array[] } {
  if (size === 0) return { values: [], vectors: [] }
  const random = randomFrom(size)
  const basis: Float64Array[] = []
  const middle: number[] = []
  const beside: number[] = []
  const fresh = () => {
    const vector = Float64Array.from({ length: size }, () => random() - 0.5)
    clear(vector, basis)
    return vector
  }
  let next = fresh()
  let scale = 0
  let look = size <= 64 ? size : 12
  for (;;) {
    const length = Math.sqrt(dot(next, next))
    const unit = next.map((one) => one / length)
    basis.push(unit)
    next = apply(unit)
    const along = dot(next, unit)
    middle.push(along)
    scale = Math.max(scale, Math.abs(along))
    clear(next, basis)
    let left = Math.sqrt(dot(next, next))
    const steps = basis.length
    if (left <= 1e-13 * scale) left = 0
    beside.push(left)
    const whole = steps === size
    if (whole || steps >= look || left === 0) {
      const { values, vectors } = tridiagonal(middle, beside)
      const order = values.map((_, at) => at).sort((one, other) => (values[other] ?? 0) - (values[one] ?? 0))
      const best = order.slice(0, wanted)
      const largest = Math.abs(values[best[0] ?? 0] ?? 0)
      const settled =
        left > 0 && best.length === wanted && size > 64
          ? best.every((at) => left * Math.abs(vectors[at]?.[steps - 1] ?? 0) <= exact * largest)
          : false
      if (whole || settled)
        return {
          values: best.map((at) => values[at] ?? 0),
          vectors: best.map((at) => mixed(basis, vectors[at] ?? new Float64Array(steps))),
        }
      if (steps >= look) look = Math.ceil(look * 1.1)
    }
    if (left === 0) next = fresh()
  }
}

function mixed(basis: readonly Float64Array[], weights: Float64Array): Float64Array<ArrayBuffer> {
  const out = new Float64Array(basis[0]?.length ?? 0)
  for (const [step, vector] of basis.entries()) {
    const weight = weights[step] as number
    for (let at = 0; at < out.length; at++) out[at] = (out[at] as number) + weight * (vector[at] as number)
  }
  return out
}

/** All eigenvalues and vectors of a tridiagonal matrix, by the QL method with implicit shifts. */
function tridiagonal(middle: readonly number[], beside: readonly number[]) {
  const size = middle.length
  const d = Float64Array.from(middle)
  const e = Float64Array.from({ length: size }, (_, at) => (at < size - 1 ? (beside[at] as number) : 0))
  const vectors = Array.from({ length: size }, (_, at) => {
    const vector = new Float64Array(size)
    vector[at] = 1
    return vector
  })
  const small = (at: number) =>
    Math.abs(e[at] as number) <= Number.EPSILON * (Math.abs(d[at] as number) + Math.abs(d[at + 1] as number))
  for (let low = 0; low < size; low++)
    for (let turn = 0; turn < 60; turn++) {
      let high = low
      while (high < size - 1 && !small(high)) high++
      if (high === low) break
      let g = ((d[low + 1] as number) - (d[low] as number)) / (2 * (e[low] as number))
      let r = Math.hypot(g, 1)
      g = (d[high] as number) - (d[low] as number) + (e[low] as number) / (g + (g < 0 ? -r : r))
      let s = 1
      let c = 1
      let p = 0
      let at = high - 1
      for (; at >= low; at--) {
        const f = s * (e[at] as number)
        const b = c * (e[at] as number)
        r = Math.hypot(f, g)
        e[at + 1] = r
        if (r === 0) {
          d[at + 1] = (d[at + 1] as number) - p
          e[high] = 0
          break
        }
        s = f / r
        c = g / r
        g = (d[at + 1] as number) - p
        r = ((d[at] as number) - g) * s + 2 * c * b
        p = s * r
        d[at + 1] = g + p
        g = c * r - b
        turnBoth(vectors[at] as Float64Array, vectors[at + 1] as Float64Array, s, c)
      }
      if (r === 0 && at >= low) continue
      d[low] = (d[low] as number) - p
      e[low] = g
      e[high] = 0
    }
  return { values: [...d], vectors }
}

function turnBoth(one: Float64Array, other: Float64Array, s: number, c: number) {
  for (let at = 0; at < one.length; at++) {
    const a = one[at] as number
    const b = other[at] as number
    other[at] = s * a + c * b
    one[at] = c * a - s * b
  }
}
