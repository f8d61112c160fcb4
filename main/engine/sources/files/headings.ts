import type { ImportField } from '#shared/model/import.ts';

/**
 * Headings that sellers' and carriers' exports use, in the languages of the markets. Compared as `plain` leaves them: case,
 * blanks, brackets, underscores, full-width forms and accents do not matter.
 */
export const HEADINGS: Readonly<Record<ImportField, string>> = {
  number: `
    运单号 运单编号 快递单号 物流单号 追踪号 跟踪号 跟踪单号 查询单号 单号 包裹号 包裹 转单号
    trackingnumber trackingno trackingid trackingcode tracking waybillnumber waybillno waybill awb awbno parcelnumber parcelid parcel trail tn slstn spxtn
    單號 物流單號 追蹤號碼 查詢單號 配送單號 包裹編號
    codigo-de-rastreio codigo-do-objeto rastreio numero-de-guia numero-de-rastreo rastreo guia
    nomor-resi no-resi resi no-penjejakan
    mã-vận-đơn mã-vận-chuyển
    เลขพัสดุ หมายเลขพัสดุ เลขติดตามพัสดุ
    numero-ng-tracking
  `,
  carrier: `
    承运商 快递公司 物流商 物流公司 运输商 渠道
    carrier couriername courier carriername carriercode slug provider logisticsprovider
    承運商 物流業者 快遞公司 物流公司
    transportadora transportista paqueteria
    kurir ekspedisi jasa-kirim
    đơn-vị-vận-chuyển
    บริษัทขนส่ง ผู้ให้บริการขนส่ง
  `,
  time: `
    轨迹时间 事件时间 更新时间 扫描时间 时间 日期时间
    eventtime scantime checkpointtime updatetime time datetime timestamp occurredat
    時間 更新時間 掃描時間 貨態時間 日期時間
    data-hora data-e-hora fecha-hora fecha-y-hora
    waktu tanggal-waktu
    thời-gian
    เวลา วันเวลา วันที่และเวลา
  `,
  date: `
    日期 轨迹日期 事件日期
    date eventdate scandate
    fecha
    tanggal tarikh
    ngày
    วันที่
  `,
  zone: `
    时区
    timezone tz utcoffset zone offset
    時區
    fuso-horario zona-horaria
    zona-waktu
    múi-giờ
    เขตเวลา
  `,
  text: `
    轨迹描述 轨迹内容 状态描述 物流信息 轨迹 描述 内容 详情 物流轨迹
    description eventdescription scantext message event details detail checkpoint content remark
    軌跡描述 貨態 貨態說明 貨態描述 狀態說明 物流資訊 物流軌跡 說明 內容 詳情
    descricao evento descripcion detalle
    keterangan deskripsi butiran
    mô-tả nội-dung chi-tiết
    รายละเอียด คำอธิบาย
  `,
  code: `
    状态码 轨迹代码 事件代码 代码 节点代码
    code eventcode statuscode actioncode scancode
    狀態碼 貨態代碼 代碼
    codigo-do-evento codigo-de-evento
    kode-status
  `,
  status: `
    主状态 子状态 状态
    substatus sourcestatus subtag tag status logisticsstatus
    狀態
    situacao estatus
    trạng-thái
    สถานะ
  `,
  scheme: `
    状态体系 数据来源
    sourcescheme scheme statusscheme aggregator
  `,
  place: `
    地点 位置 所在地 城市 网点
    location place city eventlocation hub facility
    地點 門市 網點
    local cidade unidade ubicacion lugar ciudad sucursal
    lokasi kota tempat
    địa-điểm vị-trí
    สถานที่ ที่ตั้ง
  `,
  orderNo: `
    订单号 订单编号
    ordersn orderno ordernumber orderid order
    訂單號 訂單編號
    pedido numero-do-pedido numero-de-pedido
    nomor-pesanan no-pesanan
    mã-đơn-hàng
    หมายเลขคำสั่งซื้อ เลขที่คำสั่งซื้อ
  `,
  orderTime: `
    下单时间 订单时间 订单创建时间 付款时间
    ordertime orderedat ordercreatetime orderdate createtime createdat
    下單時間 訂單時間 訂單成立時間
    data-do-pedido fecha-del-pedido
    waktu-pesanan
    thời-gian-đặt-hàng
    เวลาสั่งซื้อ
  `,
  market: `
    市场 站点 目的国 目的地国家 国家 收件国家
    market destination destinationcountry country region site
    市場 站點 目的國 國家
    pais pais-de-destino
    negara
    quốc-gia
    ประเทศ
  `,
  lang: `
    语言
    lang language locale
    語言
    idioma
    bahasa
    ngôn-ngữ
    ภาษา
  `,
  seq: `
    序号 顺序
    seq sequence index position
    序號 順序
  `,
};

/**
 * Headings that say too little to be sure of a tracking number: another column may say more, and cells must look like numbers
 * of parcels too. Letters alone do then.
 */
export const MAYBE_NUMBER = `
  运单 运单号码 货运单号 快递单 快递号 快递编号 物流号 物流编号 面单号 包裹单号 跟踪编号 追踪编号 编号 号码 条码
  運單 運單號 運單編號 物流編號 編號 號碼 條碼
  trackingnumbers trackingnos trackingids trackings tracknumber trackno trackid waybillcode waybillid waybillnumbers waybills airwaybill
  shipmentnumber shipmentno shipmentid shipmentcode shippingnumber shippingno consignmentnumber consignmentno consignment connote
  packagenumber packageno packageid parcelno parcelcode deliverynumber deliveryno logisticsnumber logisticsno
  barcode reference referencenumber ref number numbers no nr id sn
  codigo-de-rastreamento numero-de-envio numero-de-seguimiento objeto numero
  nomor nombor nombor-penjejakan
  vận-đơn số-vận-đơn
  หมายเลข
`;
