/** Headers of what somebody uploaded: whatever it is, a browser that shows it all the same runs nothing in it and fetches nothing for it. */
export const ASLEEP = { "content-security-policy": "sandbox; default-src 'none'" }
