import { BlockList, isIP } from 'node:net';
import type { RuntimeBindings } from '../answers/visit.ts';

/** Whether a text is the address of a machine or of a network, such as 10.0.0.0/8. */
export function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/');
  const version = isIP(address);
  if (version === 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/**
 * Tells clients apart by the address of their connection. Only where that is a listed proxy is its header
 * X-Forwarded-For believed, from the right to the first address that is no listed proxy.
 *
 * @param proxies - addresses or networks
 */
export function clientAddresses(proxies: readonly string[]): (bindings: RuntimeBindings) => string {
  const trusted = new BlockList();
  for (const proxy of proxies) addNetwork(trusted, proxy);
  const isTrusted = (address: string): boolean => isIP(address) > 0 && trusted.check(address, family(address));
  return ({ incoming }) => {
    const peer = plain(incoming?.socket.remoteAddress ?? '');
    if (proxies.length === 0 || !isTrusted(peer)) return clientOf(peer);
    const forwarded = String(incoming?.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((part) => plain(part.trim()));
    const client = forwarded.findLast((address) => !isTrusted(address));
    return clientOf(client !== undefined && isIP(client) > 0 ? client : peer);
  };
}

function addNetwork(list: BlockList, text: string): void {
  const [address = '', bits] = text.split('/');
  if (bits === undefined) list.addAddress(address, family(address));
  else list.addSubnet(address, Number(bits), family(address));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/** An IPv4 address that came over an IPv6 socket is the same client as over IPv4. */
function plain(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}

/** One client holds a whole /64 network of IPv6, so its first four groups stand for it. */
function clientOf(address: string): string {
  // Only an address of IPv6 has a colon; this is asked for every request.
  if (!address.includes(':') || isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: gap }, () => '0'), ...after].slice(0, 4).join(':');
}
