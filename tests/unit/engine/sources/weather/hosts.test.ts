import { expect, test } from 'vitest';
import { ownAddress, weatherHost } from '../../../../../main/engine/sources/weather/hosts.ts';
import { cellOf } from '../../../../../shared/model/weather.ts';

test('a key is sent to the plan’s address, never to the public one; an own address comes first', () => {
  expect(weatherHost({ address: null, key: null })).toBe('https://api.open-meteo.com');
  expect(weatherHost({ address: null, key: 'k' })).toBe('https://customer-api.open-meteo.com');
  expect(weatherHost({ address: 'https://own.example', key: 'k' })).toBe('https://own.example');
});

test('an own address is encrypted or on this machine, and nothing more than an address', () => {
  expect(ownAddress('https://meteo.example/api/')).toBe('https://meteo.example/api');
  expect(ownAddress('http://127.0.0.1:8080/')).toBe('http://127.0.0.1:8080');
  expect(ownAddress('http://[::1]:8080')).toBe('http://[::1]:8080');
  for (const wrong of [
    'http://meteo.example',
    'https://me:secret@meteo.example',
    'https://meteo.example/?apikey=x',
    'https://meteo.example/#x',
    'file:///etc/hosts',
    'meteo.example',
    '',
  ]) {
    expect(ownAddress(wrong)).toBeNull();
  }
});

test('squares are a tenth of a degree wide, whichever side of the equator and of Greenwich', () => {
  expect(cellOf(22.547, 114.068)).toEqual({ key: '22.5,114.1', lat: 22.5, lon: 114.1 });
  expect(cellOf(-23.5505, -46.6333)).toEqual({ key: '-23.6,-46.6', lat: -23.6, lon: -46.6 });
  expect(cellOf(-0.04, 0.04).key).toBe('0.0,0.0');
  expect(cellOf(22.51, 114.13).key).toBe(cellOf(22.48, 114.06).key);
});
