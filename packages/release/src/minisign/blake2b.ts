// node:crypto has BLAKE2b of 64 bytes only, and the checksum inside a minisign key is BLAKE2b of 32 (RFC 7693).
const IV = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
];
// Which word goes where in each round, a hexadecimal digit a word; rounds 10 and 11 repeat the first two.
const ROUNDS = [
  "0123456789abcdef",
  "ea489fd61c02b753",
  "b8c052fdae367194",
  "7931dcbe265a40f8",
  "905724afe1bc683d",
  "2c6a0b834d75fe19",
  "c51fed4a0763928b",
  "db7ec13950f4862a",
  "6fe9b308c2d714a5",
  "a2847615fb9e3cd0",
  "0123456789abcdef",
  "ea489fd61c02b753",
].map((round) => [...round].map((digit) => Number.parseInt(digit, 16)));
const MIXES = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;
const BLOCK = 128;

/** BLAKE2b without a key; for a few hundred bytes, since it counts in bigints. */
export function blake2b(message: Uint8Array, length: number): Buffer {
  const state = BigUint64Array.from(IV);
  state[0] = word(state, 0) ^ 0x01010000n ^ BigInt(length);
  const blocks = Math.max(1, Math.ceil(message.length / BLOCK));
  for (let block = 0; block < blocks; block++) {
    const end = Math.min(message.length, (block + 1) * BLOCK);
    compress(state, message.subarray(block * BLOCK, end), BigInt(end), block === blocks - 1);
  }
  return littleEndian(state).subarray(0, length);
}

function compress(state: BigUint64Array, part: Uint8Array, counted: bigint, last: boolean): void {
  const block = Buffer.alloc(BLOCK);
  block.set(part);
  const v = BigUint64Array.from([...state, ...IV]);
  v[12] = word(v, 12) ^ counted;
  if (last) v[14] = ~word(v, 14);
  for (const round of ROUNDS)
    for (const [mixed, at] of MIXES.entries()) {
      const taken = (half: 0 | 1) => block.readBigUInt64LE(8 * (round[2 * mixed + half] ?? 0));
      mix(v, at, taken(0), taken(1));
    }
  for (const index of state.keys()) state[index] = word(state, index) ^ word(v, index) ^ word(v, index + 8);
}

// An array of 64-bit words cuts each sum to 64 bits when it is stored.
function mix(v: BigUint64Array, [a, b, c, d]: (typeof MIXES)[number], x: bigint, y: bigint): void {
  for (const [added, first, second] of [
    [x, 32n, 24n],
    [y, 16n, 63n],
  ] as const) {
    v[a] = word(v, a) + word(v, b) + added;
    v[d] = turned(word(v, d) ^ word(v, a), first);
    v[c] = word(v, c) + word(v, d);
    v[b] = turned(word(v, b) ^ word(v, c), second);
  }
}

function turned(value: bigint, bits: bigint): bigint {
  return (value >> bits) | (value << (64n - bits));
}

function word(words: BigUint64Array, index: number): bigint {
  return words[index] ?? 0n;
}

function littleEndian(words: BigUint64Array): Buffer {
  const bytes = Buffer.alloc(8 * words.length);
  for (const [index, value] of words.entries()) bytes.writeBigUInt64LE(value, 8 * index);
  return bytes;
}
