import net from "node:net"

/** The addresses and networks of TRUSTED_PROXIES ("10.0.0.1, 192.168.0.0/16, ::1"); throws on one that is neither. */
export function trustedProxies(said = "") {
  const list = new net.BlockList()
  for (const one of said.split(/[\s,]+/).filter(Boolean)) {
    const [address, bits] = one.split("/")
    const family = net.isIPv6(address) ? "ipv6" : net.isIPv4(address) ? "ipv4" : null
    if (!family || (bits !== undefined && !/^\d{1,3}$/.test(bits)))
      throw new Error(`TRUSTED_PROXIES: “${one}” is neither an address nor a network such as 10.0.0.0/8.`)
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

const plain = (address = "") =>
  address
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
const family = (address) => (net.isIPv6(address) ? "ipv6" : "ipv4")
const trusts = (list, address) => net.isIP(address) !== 0 && list.check(address, family(address))

/**
 * Who is asking: the address at the other end of the line, or, where that is a proxy we trust, the last one in its
 * X-Forwarded-For that is not. What a client writes into the header itself stands further left and is never believed.
 */
export function askerOf(peer, forwardedFor, trusted) {
  let asker = plain(peer)
  const chain = String(forwardedFor ?? "")
    .split(",")
    .map(plain)
    .filter(Boolean)
  while (trusts(trusted, asker) && chain.length > 0) {
    const before = chain.pop()
    if (net.isIP(before) === 0) break
    asker = before
  }
  return asker
}

/** Whether what this peer forwards may be believed. */
export const isTrusted = (peer, trusted) => trusts(trusted, plain(peer))
