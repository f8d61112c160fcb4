import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/** Invented sentences as carriers write them, with what they mean; `|` parts meanings that are all right. */
const SENTENCES = `
Guía generada => INFO_RECEIVED
El vendedor está preparando tu paquete => INFO_RECEIVED
Recolección programada => PICKUP_ARRANGED
Recolección fallida => PICKUP_FAILED
Paquete recolectado => PICKED_UP
Envío admitido => PICKED_UP
En tránsito => IN_TRANSIT
Llegó al centro de distribución => TRANSIT_HUB
Salió del centro de distribución => TRANSIT_HUB
Llegada a sucursal de destino => LAST_MILE_HUB
El paquete llegó al país de destino => LINEHAUL_ARRIVED
Salió del país de origen => LINEHAUL_DEPARTED
En proceso de aduana => IMPORT_CUSTOMS
Liberado por aduana => IMPORT_CLEARED
Retenido en aduana => IMPORT_HELD
Entregado a la aerolínea => LINEHAUL_HANDOVER
En reparto => OUT_FOR_DELIVERY
En ruta de entrega => OUT_FOR_DELIVERY
Salió a reparto => OUT_FOR_DELIVERY
Entregado => DELIVERED
Envío entregado al destinatario => DELIVERED
Recibido por Juan => DELIVERED
No entregado: destinatario ausente => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
Intento de entrega fallido, dirección incorrecta => DELIVERY_FAILED/ADDRESS_PROBLEM
El cliente rechazó el paquete => DELIVERY_FAILED/REFUSED
Local cerrado => DELIVERY_FAILED/BUSINESS_CLOSED
Entrega reprogramada => DELIVERY_FAILED/RESCHEDULED
Disponible para recoger en sucursal => READY_FOR_PICKUP
En devolución al remitente => RETURN_IN_TRANSIT|RETURN_STARTED
Será devuelto al remitente => RETURN_STARTED
Devuelto al remitente => RETURNED
Entregado al remitente => RETURNED
Envío extraviado => LOST
Pedido cancelado => CANCELLED
Paquete dañado => EXCEPTION/DAMAGED
Mal enrutado => EXCEPTION/MISROUTED
Retraso por condiciones climáticas => EXCEPTION/WEATHER
Se entregará mañana => NOTE
Pendiente de pago de impuestos => IMPORT_HELD/DUTIES_UNPAID
Entregado a transportista local => LAST_MILE_HUB
Envío procesado en el centro de clasificación => TRANSIT_HUB
Envío en aclaración con el cliente => EXCEPTION
Movimiento en centro de distribución => TRANSIT_HUB
`;

describe('Spanish', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
