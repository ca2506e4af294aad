import { BlockList, isIP } from 'node:net';
import type { Incoming } from '../request-head.ts';

/** Whether a text is the address of a machine or of a network, such as 10.0.0.0/8. */
export function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/');
  const version = isIP(address);
  if (version === 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/**
 * Tells clients apart by the address of their connection. Only where that is a listed proxy is its header
 * X-Forwarded-For believed, from the right to the first address that is no listed proxy. However an address is written, with
 * a port, in capitals or as IPv4 within IPv6, it is the same client.
 *
 * @param proxies - addresses or networks
 */
export function clientAddresses(proxies: readonly string[]): (incoming: Incoming | undefined) => string {
  const trusted = new BlockList();
  for (const proxy of proxies) addNetwork(trusted, proxy);
  const isTrusted = (address: string): boolean => trusted.check(address, family(address));
  return (incoming) => {
    const given = incoming?.socket.remoteAddress ?? '';
    const peer = peerAddress(given);
    if (proxies.length === 0 || isIP(peer) === 0 || !isTrusted(peer)) return clientOf(peer);
    const forwarded = String(incoming?.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map(plainAddress);
    const client = forwarded.findLast((address) => address === undefined || !isTrusted(address));
    return clientOf(client ?? peer);
  };
}

function addNetwork(list: BlockList, text: string): void {
  const [given = '', bits] = text.split('/');
  const address = plainAddress(given) ?? given;
  // IPv4 within IPv6 has the first 96 bits in common.
  const shift = isIP(given) === 6 && isIP(address) === 4 ? 96 : 0;
  if (bits === undefined) list.addAddress(address, family(address));
  else if (Number(bits) >= shift) list.addSubnet(address, Number(bits) - shift, family(address));
  else list.addSubnet(given, Number(bits), 'ipv6');
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/** The address of a connection as it is compared. It is asked for every request, and is most often one of IPv4. */
function peerAddress(given: string): string {
  if (!given.includes(':')) return given;
  return given.startsWith('::ffff:') && given.includes('.') ? given.slice(7) : (plainAddress(given) ?? given);
}

/** An address as it is compared: without quotes, brackets, port and zone, IPv6 in eight groups; undefined where it is none. */
function plainAddress(text: string): string | undefined {
  const bare = text.trim().replace(/^"(.*)"$/, '$1');
  const [, bracketed, dotted] = /^\[([^\]]+)\](?::\d+)?$|^([\d.]+)(?::\d+)?$/.exec(bare) ?? [];
  const [address = ''] = (bracketed ?? dotted ?? bare).split('%');
  const version = isIP(address);
  return version === 6 ? groupsOf(address) : version === 4 ? address : undefined;
}

/** IPv6 in eight groups; IPv4 within IPv6 is the same client as over IPv4. */
function groupsOf(address: string): string {
  const hexadecimal = address.replace(/[\d.]+\.[\d.]+$/, (dotted) => {
    const [a = 0, b = 0, c = 0, d = 0] = dotted.split('.').map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [before = [], after] = hexadecimal.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const gap = after === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...(after ?? [])].map((one) =>
    parseInt(one, 16),
  );
  const [high = 0, low = 0] = groups.slice(6);
  if (groups.slice(0, 6).join() === '0,0,0,0,0,65535') return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return groups.map((group) => group.toString(16)).join(':');
}

/** One client holds a whole /64 network of IPv6, so its first four groups stand for it. */
function clientOf(address: string): string {
  // Only an address of IPv6 has a colon; this is asked for every request.
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}
